import { CARD } from '@drawbar/shared/board/shapes/card-shape.ts'
import {
  WORKSHEET,
  worksheetDefaults,
  type WorksheetProps,
} from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { cardKindOf } from '@drawbar/shared/cards/card-kinds.ts'
import type { TLFrameShapeProps } from 'tldraw'
import { newCardProps } from '../shapes/card/new-card-shape.ts'
import { SHEET } from '../shapes/worksheet/worksheet-layout.ts'

/** A frame of a starter board, and what stands in it from the beginning. Lengths are page px. */
export interface StarterArea {
  readonly x: number
  readonly y: number
  readonly props: Pick<TLFrameShapeProps, 'w' | 'h' | 'name'>
  readonly inside: {
    readonly type: string
    readonly x: number
    readonly y: number
    readonly props: object
  } | null
}

const GAP = 40
const INSET = 24
/** Wide enough for a worksheet, which has a least width. */
const SMALL = { w: SHEET.least + 2 * INSET, h: 360 } as const
const LARGE = { w: 960, h: 760 } as const

/**
 * Requirements and numbers on the left, the design in the middle, trade-offs on the right: in the order in which an
 * interview comes to them.
 *
 * @param nextRowId makes the id of a new row
 */
export function fourAreas(nextRowId: () => string): readonly StarterArea[] {
  const right = SMALL.w + GAP + LARGE.w + GAP
  return [
    { x: 0, y: 0, props: { ...SMALL, name: 'Requirements' }, inside: card('requirements', nextRowId) },
    { x: 0, y: SMALL.h + GAP, props: { ...SMALL, name: 'Numbers' }, inside: worksheet() },
    { x: SMALL.w + GAP, y: 0, props: { ...LARGE, name: 'Design' }, inside: null },
    {
      x: right,
      y: 0,
      props: { w: SMALL.w, h: LARGE.h, name: 'Trade-offs' },
      inside: card('decision', nextRowId),
    },
  ]
}

function card(name: string, nextRowId: () => string): StarterArea['inside'] {
  const kind = cardKindOf(name)
  return kind ? { type: CARD, x: INSET, y: INSET, props: newCardProps(kind, nextRowId) } : null
}

function worksheet(): StarterArea['inside'] {
  const props: WorksheetProps = { ...worksheetDefaults, rows: {}, w: SHEET.least, h: 160 }
  return { type: WORKSHEET, x: INSET, y: INSET, props }
}
