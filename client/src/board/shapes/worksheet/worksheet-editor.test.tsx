// @vitest-environment jsdom
import { MAX_CELL_LENGTH, MAX_ROWS, orderedRows } from '@drawbar/shared/board/shapes/rows.ts'
import { WORKSHEET, type WorksheetShape } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { addRows, removeRow, type NewRow } from '@drawbar/shared/cards/edit-rows.ts'
import { act } from 'react'
import { createShapeId, track } from 'tldraw'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { EditingPeer } from '../../testing/editing-peer.ts'
import { editingRoom } from '../../testing/editing-room.ts'
import { PRESETS } from '../../worksheet/presets.ts'
import { openFields, type OpenFields } from '../rows/testing/open-fields.tsx'
import { WorksheetEditor } from './worksheet-editor.tsx'
import { layOutWorksheet } from './worksheet-layout.ts'
import { writeWorksheet } from './write-worksheet.ts'

const ID = createShapeId('worksheet')

const TWO_ROWS: readonly NewRow[] = [
  { id: 'users', cells: { name: 'users', expression: '10M' } },
  { id: 'peak', cells: {} },
]

let opened: OpenFields | null = null

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => {
  opened?.end()
  opened = null
  vi.unstubAllGlobals()
})

/** Alice writes into a worksheet; bob has the same one. */
function writing(added = TWO_ROWS) {
  const { alice, bob, meet } = editingRoom()
  const rows = addRows({}, added, null)
  const { h } = layOutWorksheet({ w: 660, rows })
  alice.editor.createShape<WorksheetShape>({ id: ID, type: WORKSHEET, props: { w: 660, h, rows } })
  meet()
  const Fields = track(() => {
    const shape = worksheet(alice)
    return <WorksheetEditor shape={shape} layout={layOutWorksheet(shape.props)} math={{ state: 'idle' }} />
  })
  const fields = openFields(alice.editor, Fields)
  opened = fields
  return { alice, bob, meet: () => act(meet), fields }
}

function worksheet({ editor }: EditingPeer): WorksheetShape {
  const shape = editor.getShape<WorksheetShape>(ID)
  if (!shape) throw new Error('The worksheet is gone.')
  return shape
}

const idsOf = (peer: EditingPeer) => orderedRows(worksheet(peer).props.rows).map(({ id }) => id)

test('writing begins in the first row without a calculation', () => {
  expect(writing().fields.at()).toBe('peak:name')
  opened?.end()
  expect(writing([]).fields.at()).toBe('title')
})

describe('keys', () => {
  test('Enter goes below, and from a written last row into a new one', () => {
    const { alice, fields } = writing()
    fields.visit('title')
    expect(fields.press('Enter')).toBe(true)
    expect(fields.at()).toBe('users:name')
    fields.visit('users:expression')
    fields.press('Enter')
    expect(fields.at()).toBe('peak:expression')
    expect(fields.press('Enter')).toBe(true)
    expect(fields.at()).toBe('peak:expression')
    fields.type('peak:name', 'peak')
    fields.press('Enter')
    expect(idsOf(alice)).toHaveLength(3)
    expect(fields.at()).toBe(`${idsOf(alice)[2]}:name`)
  })

  test('Enter in the title of an empty worksheet makes a row', () => {
    const { alice, fields } = writing([])
    fields.press('Enter')
    expect(fields.at()).toBe(`${idsOf(alice)[0]}:name`)
  })

  test('Tab in the last note adds a row, and out of an empty last row leaves', () => {
    const { alice, fields } = writing()
    fields.visit('peak:note')
    expect(fields.press('Tab')).toBe(false)
    expect(idsOf(alice)).toHaveLength(2)
    fields.type('peak:note', 'evening')
    expect(fields.press('Tab', { shiftKey: true })).toBe(false)
    expect(fields.press('Tab')).toBe(true)
    expect(fields.at()).toBe(`${idsOf(alice)[2]}:name`)
    fields.visit('users:note')
    expect(fields.press('Tab')).toBe(false)
  })

  test('Backspace takes an empty row away, once, and goes to the calculation before', () => {
    const { alice, fields } = writing()
    fields.visit('peak:note')
    expect(fields.press('Backspace', { repeat: true })).toBe(true)
    expect(idsOf(alice)).toHaveLength(2)
    fields.press('Backspace')
    expect(idsOf(alice)).toEqual(['users'])
    expect(fields.at()).toBe('users:expression')
    expect(fields.press('Backspace')).toBe(false)
    fields.type('users:name', '')
    fields.type('users:expression', '')
    fields.press('Backspace')
    expect(idsOf(alice)).toEqual([])
    expect(fields.at()).toBe('title')
  })

  test('Alt with an arrow moves the row and keeps the keyboard in its cell, in one undo step', () => {
    const { alice, fields } = writing()
    fields.type('users:note', 'active')
    expect(fields.press('ArrowDown', { altKey: true })).toBe(true)
    expect(idsOf(alice)).toEqual(['peak', 'users'])
    expect(fields.at()).toBe('users:note')
    fields.type('users:note', 'active now')
    act(() => void alice.editor.undo())
    act(() => void alice.editor.undo())
    expect(idsOf(alice)).toEqual(['users', 'peak'])
    expect(fields.text('users:note')).toBe('active')
  })

  test('a row at the edge stays, and the keyboard is free to go on', () => {
    const { alice, fields } = writing()
    fields.visit('users:note')
    expect(fields.press('ArrowUp', { altKey: true })).toBe(true)
    expect(idsOf(alice)).toEqual(['users', 'peak'])
    fields.visit('peak:name')
    expect(fields.at()).toBe('peak:name')
  })

  test('arrows go to the same column, and up out of the first row to the title', () => {
    const { fields } = writing()
    fields.visit('users:note')
    expect(fields.press('ArrowDown')).toBe(true)
    expect(fields.at()).toBe('peak:note')
    expect(fields.press('ArrowDown')).toBe(true)
    expect(fields.at()).toBe('peak:note')
    fields.press('ArrowUp')
    fields.press('ArrowUp')
    expect(fields.at()).toBe('title')
    expect(fields.press('ArrowUp')).toBe(false)
    expect(fields.press('ArrowDown')).toBe(false)
  })
})

describe('when somebody else is there', () => {
  test('a row that is taken away while one is in it leaves the keyboard in the title', () => {
    const { bob, meet, fields } = writing()
    fields.visit('users:note')
    writeWorksheet(bob.editor, ID, ({ rows }) => ({ rows: removeRow(rows, 'users') }))
    meet()
    expect(fields.at()).toBe('title')
  })

  test('it leaves the keyboard alone on a button', () => {
    const { bob, meet, fields } = writing()
    fields.visit('users:note')
    fields.focusButton('Row')
    writeWorksheet(bob.editor, ID, ({ rows }) => ({ rows: removeRow(rows, 'users') }))
    meet()
    expect(document.activeElement?.textContent.trim()).toBe('Row')
  })
})

describe('the bar', () => {
  test('adds at the end, and says when it is full', () => {
    const { alice, fields } = writing()
    fields.visit('users:name')
    fields.click('Row')
    expect(fields.at()).toBe(`${idsOf(alice)[2]}:name`)
    const many = Array.from({ length: MAX_ROWS }, (_, i) => ({ id: `m${i}`, cells: { name: `m${i}` } }))
    act(() => writeWorksheet(alice.editor, ID, ({ rows }) => ({ rows: addRows(rows, many, null) })))
    fields.click('Row')
    expect(fields.said()).toBe(`A worksheet holds ${MAX_ROWS} rows. Start another one for more.`)
  })

  test('puts usual rows in, in the place of an empty last row, and says when they are there', () => {
    const { alice, fields } = writing()
    const [preset] = PRESETS
    if (!preset) throw new Error('no preset')
    const insert = () => {
      fields.click('Usual rows')
      fields.click(`${preset.title}${preset.rows.map(({ name }) => name).join(', ')}`)
    }
    insert()
    expect(idsOf(alice)).not.toContain('peak')
    expect(fields.at()).toBe(`${idsOf(alice)[1]}:expression`)
    insert()
    expect(fields.said()).toBe('These rows are there already.')
  })
})

test('too long a text is cut, and said to be', () => {
  const { alice, fields } = writing()
  fields.type('peak:note', 'a'.repeat(MAX_CELL_LENGTH + 1))
  expect(worksheet(alice).props.rows.peak?.cells.note).toHaveLength(MAX_CELL_LENGTH)
  expect(fields.said()).toBe(`A cell holds ${MAX_CELL_LENGTH} characters. The rest was left out.`)
  fields.type('peak:note', 'evening')
  expect(fields.said()).toBe('')
})
