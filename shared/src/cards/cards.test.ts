import { T } from '@tldraw/validate'
import { describe, expect, test } from 'vitest'
import { cardProps } from '../board/shapes/card-shape.ts'
import {
  isColumnName,
  isRowId,
  MAX_CELL_LENGTH,
  MAX_ROWS,
  orderedRows,
  type Rows,
} from '../board/shapes/rows.ts'
import { CARD_KINDS, cardKindOf } from './card-kinds.ts'
import { cardParts, isEmptyRow } from './card-parts.ts'
import { cardText } from './card-text.ts'
import { addRows, initialCells, moveRow, removeRow, setCell } from './edit-rows.ts'
import { firstRows } from './new-card.ts'
import { shownKind } from './plain-kind.ts'

function kindNamed(name: string) {
  const kind = cardKindOf(name)
  if (!kind) throw new Error(`No kind ${name}.`)
  return kind
}
const api = kindNamed('api')
const requirements = kindNamed('requirements')
const decision = kindNamed('decision')

function idsFrom(prefix: string) {
  let count = 0
  return () => `${prefix}${(count += 1)}`
}

function rowsOf(...cells: readonly Readonly<Record<string, string>>[]): Rows {
  const id = idsFrom('r')
  return addRows(
    {},
    cells.map((each) => ({ id: id(), cells: each })),
    null,
  )
}

const order = (rows: Rows) => orderedRows(rows).map(({ id }) => id)

describe('kinds', () => {
  test.each(CARD_KINDS.map((kind) => [kind.kind, kind] as const))('%s can be stored', (_name, kind) => {
    expect(kind.columns.every(({ name }) => isColumnName(name))).toBe(true)
    expect((kind.fixedRows ?? []).every(({ id }) => isRowId(id))).toBe(true)
    const rows = firstRows(kind, idsFrom('r'))
    const props = { w: kind.width, h: 100, kind: kind.kind, title: '', rows, color: 'black' }
    expect(() => T.object(cardProps).validate(props)).not.toThrow()
  })

  test('a newer kind is a table of the cells it has', () => {
    const rows = rowsOf({ hop: 'Gateway' }, { hop: 'Store', delayMs: '3' })
    const kind = shownKind('latency-budget', rows)
    expect(kind.title).toBe('Latency budget')
    expect(kind.columns.map(({ title }) => title)).toEqual(['Hop', 'Delay ms'])
    expect(setCell(kind, rows, { rowId: 'r1', column: 'hop', text: 'Edge' }).r2).toBe(rows.r2)
  })
})

describe('first rows', () => {
  test('three to fill in, one a section, none where they are fixed', () => {
    expect(orderedRows(firstRows(api, idsFrom('r'))).map(({ cells }) => cells)).toEqual([
      { method: 'GET' },
      { method: 'GET' },
      { method: 'GET' },
    ])
    const sections = orderedRows(firstRows(requirements, idsFrom('r'))).map(({ cells }) => cells.section)
    expect(sections).toEqual(['functional', 'nonFunctional', 'outOfScope'])
    expect(firstRows(decision, idsFrom('r'))).toEqual({})
  })
})

describe('parts', () => {
  test('rows stand in their sections; one that no section expects comes last and is shown', () => {
    const rows = rowsOf(
      { section: 'outOfScope', text: 'ads' },
      { section: 'constraints', text: 'cheap' },
      { text: 'post' },
    )
    const parts = cardParts(requirements, rows).map(({ section, rows: shown }) => [
      section,
      shown.map(({ row }) => row.cells.text),
    ])
    expect(parts).toEqual([
      ['functional', ['post']],
      ['nonFunctional', []],
      ['outOfScope', ['ads']],
      ['constraints', ['cheap']],
    ])
  })

  test('fixed rows are there before anybody has written into them, and others are not hidden', () => {
    const [part] = cardParts(decision, rowsOf({ text: 'newer' }))
    expect(part?.rows.map(({ row }) => row.id)).toEqual(['what', 'alternatives', 'why', 'revisit', 'r1'])
  })

  test('a row with only a choice is empty', () => {
    const [row] = orderedRows(rowsOf({ method: 'PUT' }))
    const [other] = orderedRows(rowsOf({ method: 'PUT', newer: 'x' }))
    expect(row && isEmptyRow(api, row)).toBe(true)
    expect(other && isEmptyRow(api, other)).toBe(false)
  })
})

describe('edits', () => {
  const rows = rowsOf({ path: '/a' }, { path: '/b' }, { path: '/c' })

  test('a cell is written alone', () => {
    const next = setCell(api, rows, { rowId: 'r2', column: 'fields', text: 'cursor' })
    expect(next.r2?.cells).toEqual({ path: '/b', fields: 'cursor' })
    expect(next.r1).toBe(rows.r1)
    expect(setCell(api, next, { rowId: 'r2', column: 'path', text: '' }).r2?.cells).toEqual({
      fields: 'cursor',
    })
  })

  test('a text that is there already changes nothing', () => {
    expect(setCell(api, rows, { rowId: 'r1', column: 'path', text: '/a' })).toBe(rows)
  })

  test('a row somebody has removed stays away; a fixed one comes into being alike for all', () => {
    expect(setCell(api, rows, { rowId: 'gone', column: 'path', text: '/x' })).toBe(rows)
    const next = setCell(decision, {}, { rowId: 'why', column: 'text', text: 'Fast' })
    expect(next.why).toEqual({ id: 'why', index: 'a3', cells: { text: 'Fast' } })
  })

  test('new rows stand below the one they were asked for', () => {
    const added = [
      { id: 'x', cells: {} },
      { id: 'y', cells: initialCells(api, null) },
    ]
    expect(order(addRows(rows, added, 'r1'))).toEqual(['r1', 'x', 'y', 'r2', 'r3'])
    expect(order(addRows(rows, added, null))).toEqual(['r1', 'r2', 'r3', 'x', 'y'])
  })

  test('there is room between rows that two people put in the same place', () => {
    const [a, b, c] = orderedRows(rows)
    if (!a || !b || !c) throw new Error('Three rows were made.')
    const tied: Rows = { r1: a, r2: b, twin: { ...b, id: 'twin' }, r3: c }
    expect(order(addRows(tied, [{ id: 'x', cells: {} }], 'r2'))).toEqual(['r1', 'r2', 'twin', 'x', 'r3'])
    expect(order(moveRow(api, tied, 'r3', -1))).toEqual(['r1', 'r3', 'r2', 'twin'])
    expect(order(moveRow(api, tied, 'r1', 1))).toEqual(['r2', 'twin', 'r1', 'r3'])
  })

  test('no more rows than a card may have', () => {
    const many = Array.from({ length: MAX_ROWS + 5 }, (_, at) => ({ id: `n${at}`, cells: {} }))
    expect(order(addRows(rows, many, null))).toHaveLength(MAX_ROWS)
  })

  test('too long a text is cut', () => {
    const next = setCell(api, rows, { rowId: 'r1', column: 'path', text: 'x'.repeat(600) })
    expect(next.r1?.cells.path).toHaveLength(MAX_CELL_LENGTH)
  })

  test('moving changes the moved row only, and stops at the edge', () => {
    const up = moveRow(api, rows, 'r3', -1)
    expect(order(up)).toEqual(['r1', 'r3', 'r2'])
    expect(up.r1).toBe(rows.r1)
    expect(moveRow(api, rows, 'r1', -1)).toBe(rows)
    expect(order(removeRow(rows, 'r2'))).toEqual(['r1', 'r3'])
  })

  test('from the edge of a section a row goes into the next', () => {
    const sorted = rowsOf(
      { section: 'functional', text: 'a' },
      { section: 'nonFunctional', text: 'b' },
      { section: 'nonFunctional', text: 'c' },
    )
    const down = moveRow(requirements, sorted, 'r1', 1)
    expect(down.r1?.cells.section).toBe('nonFunctional')
    expect(order(down)).toEqual(['r1', 'r2', 'r3'])
    expect(order(moveRow(requirements, down, 'r1', 1))).toEqual(['r2', 'r1', 'r3'])
    expect(moveRow(requirements, sorted, 'r3', 1).r3?.cells.section).toBe('outOfScope')
  })
})

describe('text', () => {
  test('says kind, title and rows, without what is empty', () => {
    const rows = rowsOf({ method: 'GET', path: '/feed', fields: 'cursor' }, { method: 'POST' })
    expect(cardText('api', 'Feed service', rows)).toBe('API: Feed service\nGET /feed, cursor')
  })

  test('names sections and fixed rows', () => {
    expect(cardText('requirements', '', rowsOf({ text: 'post' }))).toBe('Requirements\nFunctional:\npost')
    const why = setCell(decision, {}, { rowId: 'why', column: 'text', text: 'Fast' })
    expect(cardText('decision', 'Cache', why)).toBe('Decision: Cache\nWhy: Fast')
  })

  test('leaves nothing of a newer kind out', () => {
    expect(cardText('latency-budget', '', rowsOf({ hop: 'Edge', millis: '2' }))).toBe(
      'Latency budget\nEdge, 2',
    )
  })
})
