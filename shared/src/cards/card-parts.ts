import type { IndexKey } from '@tldraw/utils'
import { orderedRows, type Row, type Rows } from '../board/shapes/rows.ts'
import { SECTION_CELL, type CardKind } from './card-kind.ts'

/** A row as it is shown. */
export interface ShownRow {
  readonly row: Row
  /** What stands beside a fixed row; null for the others. */
  readonly title: string | null
  /** Instead of its columns' own; null for a row that is not fixed and in no section. */
  readonly placeholder: string | null
}

/** Rows under one heading, or all rows of a card without sections. */
export interface CardPart {
  /** Null where there are no sections. */
  readonly section: string | null
  readonly title: string | null
  readonly rows: readonly ShownRow[]
}

/**
 * The rows of a card as they are shown, from the top. Fixed rows are there even while nobody has written into them,
 * sections even while they are empty. What this version does not expect comes last and is not hidden.
 */
export function cardParts(kind: CardKind, rows: Rows): readonly CardPart[] {
  if (kind.sections) return sectionParts(kind, orderedRows(rows))
  const fixed = fixedRowsOf(kind, rows)
  const fixedIds = new Set(fixed.map(({ row }) => row.id))
  const others = orderedRows(rows).filter(({ id }) => !fixedIds.has(id))
  return [{ section: null, title: null, rows: [...fixed, ...others.map(plain)] }]
}

/** Whether nobody has written anything into a row: a choice and a section alone do not count. */
export function isEmptyRow(kind: CardKind, row: Row): boolean {
  return Object.keys(row.cells).every(
    (name) => name === SECTION_CELL || kind.columns.some((column) => column.name === name && column.choices),
  )
}

/** A fixed row as it is before anybody has written into it. Everybody makes the same. */
export function fixedRow(kind: CardKind, id: string): Row | undefined {
  const at = kind.fixedRows?.findIndex((fixed) => fixed.id === id) ?? -1
  return at < 0 ? undefined : { id, index: `a${at + 1}` as IndexKey, cells: {} }
}

function fixedRowsOf(kind: CardKind, rows: Rows): readonly ShownRow[] {
  return (kind.fixedRows ?? []).flatMap(({ id, title, placeholder }) => {
    const row = rows[id] ?? fixedRow(kind, id)
    return row ? [{ row, title, placeholder }] : []
  })
}

function sectionParts(kind: CardKind, rows: readonly Row[]): readonly CardPart[] {
  const sections = kind.sections ?? []
  const bySection = Map.groupBy(rows, ({ cells }) => cells[SECTION_CELL] ?? sections[0]?.name ?? '')
  const known = sections.map(({ name, title, placeholder }) => ({
    section: name,
    title,
    rows: (bySection.get(name) ?? []).map((row) => ({ row, title: null, placeholder })),
  }))
  const names = new Set(sections.map(({ name }) => name))
  const unknown = [...bySection]
    .filter(([name]) => !names.has(name))
    .map(([name, members]) => ({ section: name, title: name, rows: members.map(plain) }))
  return [...known, ...unknown]
}

function plain(row: Row): ShownRow {
  return { row, title: null, placeholder: null }
}
