/** One of a few texts that a cell may hold. */
export interface CardChoice {
  /** What stands in the cell; the empty text leaves the cell out. */
  readonly value: string
  readonly title: string
}

export interface CardColumn {
  /** The key of the cell; see `isColumnName`. Never changes. */
  readonly name: string
  /** As shown above the column and said for each of its cells. */
  readonly title: string
  /** Shown in an empty cell while somebody writes. */
  readonly placeholder: string
  /** Its part of the width, in proportion to the other columns' shares. */
  readonly share: number
  /** Never narrower than this, page px. */
  readonly least: number
  /** Written as code is: a path, a name of a column. */
  readonly code?: boolean
  /** Only these, in this order. What a newer version wrote beside them stays. */
  readonly choices?: readonly CardChoice[]
  /** What a new row has here. */
  readonly initial?: string
}

/** A part of a card under a heading of its own. A row says in its cell `section` where it belongs. */
export interface CardSection {
  readonly name: string
  readonly title: string
  readonly placeholder: string
}

/** A row that every card of the kind has. Its id is fixed, so two people who fill it at once write into one row. */
export interface FixedRow {
  readonly id: string
  readonly title: string
  readonly placeholder: string
}

/** A kind of card. Everything about it stands in one object of `card-kinds.ts`. */
export interface CardKind {
  /** A slug, in the document and in exports. Never changes. */
  readonly kind: string
  readonly title: string
  readonly titlePlaceholder: string
  /** Width of a new card, page px. */
  readonly width: number
  readonly columns: readonly CardColumn[]
  /** Whether the columns' titles stand above them. */
  readonly columnTitles: boolean
  /** Without: all rows stand in one part. */
  readonly sections?: readonly CardSection[]
  /** Without: people add rows. With: these rows and no others. */
  readonly fixedRows?: readonly FixedRow[]
  /** Whether it may be laid on an arrow and then goes where the arrow goes. */
  readonly sitsOnArrows?: boolean
}

/** The cell that says in which section a row is. */
export const SECTION_CELL = 'section'
