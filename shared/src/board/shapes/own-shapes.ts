import type { TLPropsMigrations } from '@tldraw/tlschema'
import type { T } from '@tldraw/validate'
import { CARD, cardDefaults, cardProps } from './card-shape.ts'
import { COMPONENT, componentDefaults, componentProps } from './component-shape.ts'
import { PLACEHOLDER, placeholderProps } from './placeholder-shape.ts'
import { WORKSHEET, worksheetDefaults, worksheetProps } from './worksheet-shape.ts'
import { ZONE, zoneDefaults, zoneProps } from './zone-shape.ts'

/** What a schema knows of a shape type of ours. */
export interface OwnShape {
  readonly props: Readonly<Record<string, T.Validatable<unknown>>>
  /** Props that may be missing from the document, and what they are then. Never changed: old boards mean the old value. */
  readonly defaults: Readonly<Record<string, unknown>>
  /** How stored props of earlier versions become today's. A new prop with a default needs none. */
  readonly migrations: TLPropsMigrations
}

const NONE_YET: TLPropsMigrations = { sequence: [] }

const ownShapes = {
  [CARD]: { props: cardProps, defaults: cardDefaults, migrations: NONE_YET },
  [COMPONENT]: { props: componentProps, defaults: componentDefaults, migrations: NONE_YET },
  [PLACEHOLDER]: { props: placeholderProps, defaults: {}, migrations: NONE_YET },
  [WORKSHEET]: { props: worksheetProps, defaults: worksheetDefaults, migrations: NONE_YET },
  [ZONE]: { props: zoneProps, defaults: zoneDefaults, migrations: NONE_YET },
}

export type OwnShapeType = keyof typeof ownShapes

/** The shapes that are not tldraw's own, by type. */
export const OWN_SHAPES: { readonly [Type in OwnShapeType]: OwnShape } = ownShapes

export function isOwnShapeType(type: string): type is OwnShapeType {
  return Object.hasOwn(ownShapes, type)
}

/** Types that others may lie in, besides pages. What is in a zone moves with it, as in a frame. */
export const PARENT_SHAPE_TYPES: ReadonlySet<string> = new Set(['frame', 'group', ZONE])
