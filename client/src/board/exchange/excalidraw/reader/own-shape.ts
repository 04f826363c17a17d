import { cardDefaults } from '@drawbar/shared/board/shapes/card-shape.ts'
import { componentDefaults, MAX_LABEL_LENGTH } from '@drawbar/shared/board/shapes/component-shape.ts'
import { worksheetDefaults } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { zoneDefaults } from '@drawbar/shared/board/shapes/zone-shape.ts'
import { readComponentLines } from '@drawbar/shared/graph/mermaid-notation.ts'
import type { CarriedShape } from '../carried-shape.ts'

const DEFAULTS = {
  component: componentDefaults,
  zone: zoneDefaults,
  card: cardDefaults,
  worksheet: worksheetDefaults,
}

export interface OwnShapeParts {
  readonly type: keyof typeof DEFAULTS
  readonly props: Readonly<Record<string, unknown>>
  /** The element's text was changed, and the shape has no place for it. */
  readonly losesText: boolean
}

/**
 * The shape of ours that an element stands for, not checked yet; undefined for an element that stands for none. A label
 * that somebody has changed in Excalidraw is the new label.
 */
export function ownShapeOf(
  carried: CarriedShape,
  element: { readonly width: number; readonly height: number; readonly text: string },
): OwnShapeParts | undefined {
  const { type, props, text } = carried
  if (type === undefined || !(type in DEFAULTS)) return undefined
  const own = type as keyof typeof DEFAULTS
  const isChanged = text !== undefined && text !== element.text
  return {
    type: own,
    props: {
      ...DEFAULTS[own],
      ...props,
      ...(isChanged ? textProps(own, element.text) : {}),
      w: element.width,
      h: element.height,
    },
    losesText: isChanged && (own === 'card' || own === 'worksheet'),
  }
}

function textProps(type: OwnShapeParts['type'], text: string): Readonly<Record<string, unknown>> {
  if (type === 'zone') return { label: oneLine(text) }
  if (type !== 'component') return {}
  const { label, technology, replicas, shards } = readComponentLines(text.split('\n'))
  return { label: oneLine(label), technology: oneLine(technology), replicas, shards }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').slice(0, MAX_LABEL_LENGTH)
}
