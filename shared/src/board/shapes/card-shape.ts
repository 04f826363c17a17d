import {
  DefaultColorStyle,
  type RecordProps,
  type TLBaseShape,
  type TLDefaultColorStyle,
} from '@tldraw/tlschema'
import { MAX_LABEL_LENGTH } from './component-shape.ts'
import { rowsValidator, type Rows } from './rows.ts'
import { lineOf, sideValidator, slugValidator } from './shape-texts.ts'

export const CARD = 'card'

/** A table of text on the board: an API, a table's columns, a decision, requirements. Its kinds are in `cards/`. */
export interface CardProps {
  /** Page px. The height grows with the rows and is kept in `h`, so that arrows and exports know it. */
  readonly w: number
  readonly h: number
  /** One of `CARD_KINDS`, or a newer version's. */
  readonly kind: string
  readonly title: string
  readonly rows: Rows
  readonly color: TLDefaultColorStyle
}

export type CardShape = TLBaseShape<typeof CARD, CardProps>

export const cardProps: RecordProps<CardShape> = {
  w: sideValidator,
  h: sideValidator,
  kind: slugValidator,
  title: lineOf(MAX_LABEL_LENGTH),
  rows: rowsValidator,
  color: DefaultColorStyle,
}

export const cardDefaults = { title: '', color: 'black' } as const satisfies Partial<CardProps>
