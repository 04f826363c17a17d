import { isSafeLink } from '@drawbar/shared/board/link-rules.ts'
import type { Tally } from '../../tally.ts'
import { carriedShapeOf, type CarriedShape } from '../carried-shape.ts'
import { nearestColor } from '../colors.ts'
import type { SceneElement } from '../scene.ts'
import {
  alignOf,
  boxColor,
  dashOf,
  fillOf,
  fontOf,
  richTextOf,
  sizeOf,
  verticalAlignOf,
  writtenIn,
} from './element-looks.ts'
import { sidesOf } from './element-sides.ts'
import { linkOf } from './left-out.ts'
import { ownShapeOf } from './own-shape.ts'
import { isSound, type Parts } from './parts.ts'

/** A box with the text in it: one of our shapes or a note where it carries a sound one, else a plain box. */
export function boxParts(element: SceneElement, label: SceneElement | undefined, tally: Tally): Parts {
  const carried = carriedShapeOf(element.customData)
  const text = label ? writtenIn(label) : ''
  const own = ownParts(element, carried, text, tally)
  if (own) return own
  const look = {
    color: boxColor(element),
    labelColor: label ? nearestColor(label.strokeColor) : 'black',
    font: label ? fontOf(label) : 'draw',
    align: label ? alignOf(label) : 'middle',
    verticalAlign: label ? verticalAlignOf(label) : 'middle',
    richText: richTextOf(text),
    url: linkOf(element, isSafeLink, tally),
    scale: 1,
    growY: 0,
  }
  return noteParts(carried, look) ?? geoParts(element, carried, look)
}

export function frameParts(element: SceneElement): Parts {
  return {
    type: 'frame',
    props: { ...sidesOf(element), name: (element.name ?? '').trim(), color: 'black' },
  }
}

type BoxLook = Readonly<Record<string, unknown>>

function ownParts(element: SceneElement, carried: CarriedShape, text: string, tally: Tally): Parts | null {
  const { w, h } = sidesOf(element)
  const own = ownShapeOf(carried, { width: w, height: h, text })
  if (!own) return null
  const parts = { type: own.type, props: own.props }
  if (!isSound(parts)) return null
  if (own.losesText)
    tally.add(
      'change to the text of a card: only its rows are read',
      'changes to the text of cards: only their rows are read',
    )
  return parts
}

function noteParts(carried: CarriedShape, look: BoxLook): Parts | null {
  if (carried.type !== 'note') return null
  const { richText, growY } = look
  const note = {
    type: 'note',
    props: { ...look, fontSizeAdjustment: 0, size: 'm', ...carried.props, richText, growY },
  }
  return isSound(note) ? note : null
}

function geoParts(element: SceneElement, carried: CarriedShape, look: BoxLook): Parts {
  const plain = {
    type: 'geo',
    props: {
      ...look,
      ...sidesOf(element),
      geo: element.type,
      size: sizeOf(element),
      dash: dashOf(element),
      fill: fillOf(element),
    },
  }
  const geo = carried.type === 'geo' ? carried.props?.geo : undefined
  if (typeof geo !== 'string') return plain
  const shaped = { ...plain, props: { ...plain.props, geo } }
  return isSound(shaped) ? shaped : plain
}
