import {
  DefaultColorStyle,
  type RecordProps,
  type TLBaseShape,
  type TLDefaultColorStyle,
} from '@tldraw/tlschema'
import { MAX_LABEL_LENGTH } from './component-shape.ts'
import { rowsValidator, type Rows } from './rows.ts'
import { lineOf, sideValidator } from './shape-texts.ts'

export const WORKSHEET = 'worksheet'

/**
 * An estimate on the board. A row has the cells `name` ("peak reads"), `expression` ("users * 20 / day") and `note`.
 * Results are never stored: every page works them out from the same rows.
 */
export interface WorksheetProps {
  /** Page px. The height grows with the rows, as a card's does. */
  readonly w: number
  readonly h: number
  readonly title: string
  readonly rows: Rows
  readonly color: TLDefaultColorStyle
}

export type WorksheetShape = TLBaseShape<typeof WORKSHEET, WorksheetProps>

export const worksheetProps: RecordProps<WorksheetShape> = {
  w: sideValidator,
  h: sideValidator,
  title: lineOf(MAX_LABEL_LENGTH),
  rows: rowsValidator,
  color: DefaultColorStyle,
}

export const worksheetDefaults = { title: '', color: 'black' } as const satisfies Partial<WorksheetProps>
