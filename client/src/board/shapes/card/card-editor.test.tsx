// @vitest-environment jsdom
import { CARD, type CardShape } from '@drawbar/shared/board/shapes/card-shape.ts'
import { MAX_CELL_LENGTH, MAX_ROWS, orderedRows } from '@drawbar/shared/board/shapes/rows.ts'
import { cardKindOf } from '@drawbar/shared/cards/card-kinds.ts'
import { addRows, removeRow, setCell } from '@drawbar/shared/cards/edit-rows.ts'
import { act } from 'react'
import { createShapeId, track } from 'tldraw'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { EditingPeer } from '../../testing/editing-peer.ts'
import { editingRoom } from '../../testing/editing-room.ts'
import { openFields, type OpenFields } from '../rows/testing/open-fields.tsx'
import { CardEditor } from './card-editor.tsx'
import { layOutCard } from './card-layout.ts'
import { newCardProps } from './new-card-shape.ts'
import { writeCard } from './write-card.ts'

const ID = createShapeId('card')

let opened: OpenFields | null = null

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  // jsdom lays nothing out, so no field is under the pointer.
  document.elementFromPoint = () => null
})
afterEach(() => {
  opened?.end()
  opened = null
  vi.unstubAllGlobals()
})

function kindNamed(name: string) {
  const kind = cardKindOf(name)
  if (!kind) throw new Error(`No kind ${name}.`)
  return kind
}

/** Alice writes into a card of a kind whose rows are r1, r2, …; bob has the same card. */
function writing(kindName: string, title = 'Feed') {
  const { alice, bob, meet } = editingRoom()
  let count = 0
  const props = { ...newCardProps(kindNamed(kindName), () => `r${(count += 1)}`), title }
  alice.editor.createShape<CardShape>({ id: ID, type: CARD, props })
  meet()
  const Fields = track(() => {
    const shape = card(alice)
    return <CardEditor shape={shape} layout={layOutCard(shape.props)} />
  })
  const fields = openFields(alice.editor, Fields)
  opened = fields
  return { alice, bob, meet: () => act(meet), fields }
}

function card({ editor }: EditingPeer): CardShape {
  const shape = editor.getShape<CardShape>(ID)
  if (!shape) throw new Error('The card is gone.')
  return shape
}

const cellsOf = (peer: EditingPeer) => orderedRows(card(peer).props.rows).map(({ cells }) => cells)
const idsOf = (peer: EditingPeer) => orderedRows(card(peer).props.rows).map(({ id }) => id)

describe('where writing begins', () => {
  test('in the title while there is none, in the first cell otherwise', () => {
    expect(writing('table', '').fields.at()).toBe('title')
    opened?.end()
    expect(writing('table').fields.at()).toBe('r1:column')
  })
})

describe('one visit, one undo step', () => {
  test('all that is typed in one cell is taken back at once, and coming back is another visit', () => {
    const { alice, fields } = writing('table')
    fields.type('r1:column', 'i')
    fields.type('r1:column', 'id')
    fields.type('r1:type', 'int')
    fields.type('r1:column', 'user_id')
    const undo = () => act(() => void alice.editor.undo())
    undo()
    expect(cellsOf(alice)[0]).toMatchObject({ column: 'id', type: 'int' })
    undo()
    undo()
    expect(cellsOf(alice)[0]?.column).toBeUndefined()
  })

  test('a change of the rows is a step of its own', () => {
    const { alice, fields } = writing('table')
    fields.type('r1:column', 'id')
    fields.press('ArrowDown', { altKey: true })
    fields.type('r1:column', 'user_id')
    act(() => void alice.editor.undo())
    expect(idsOf(alice)).toEqual(['r2', 'r1', 'r3'])
    expect(card(alice).props.rows.r1?.cells.column).toBe('id')
    act(() => void alice.editor.undo())
    expect(idsOf(alice)).toEqual(['r1', 'r2', 'r3'])
  })
})

describe('keys', () => {
  test('Enter goes below, and from the last row that is written into a new one', () => {
    const { alice, fields } = writing('table')
    fields.visit('title')
    expect(fields.press('Enter')).toBe(true)
    expect(fields.at()).toBe('r1:column')
    fields.press('Enter')
    fields.press('Enter')
    expect(fields.at()).toBe('r3:column')
    expect(fields.press('Enter')).toBe(true)
    expect(fields.at()).toBe('r3:column')
    fields.type('r3:column', 'id')
    fields.press('Enter')
    expect(idsOf(alice)).toHaveLength(4)
    expect(fields.at()).toBe(`${idsOf(alice)[3]}:column`)
  })

  test('Enter stays under one heading while something is written, and goes on from an empty row', () => {
    const { alice, fields } = writing('requirements')
    const [first, second] = orderedRows(card(alice).props.rows)
    if (!first || !second) throw new Error('too few rows')
    fields.type(`${first.id}:text`, 'See posts')
    fields.press('Enter')
    const at = fields.at() ?? ''
    const added = card(alice).props.rows[at.slice(0, at.lastIndexOf(':'))]
    expect(added?.cells.section).toBe(first.cells.section)
    expect(idsOf(alice)).toHaveLength(4)
    fields.press('Enter')
    expect(fields.at()).toBe(`${second.id}:text`)
  })

  test('Tab in the last cell adds a row, and out of an empty last row leaves', () => {
    const { alice, fields } = writing('table')
    fields.visit('r3:key')
    expect(fields.press('Tab')).toBe(false)
    expect(idsOf(alice)).toEqual(['r1', 'r2', 'r3'])
    fields.type('r3:column', 'id')
    expect(fields.press('Tab')).toBe(false)
    fields.visit('r3:key')
    expect(fields.press('Tab', { shiftKey: true })).toBe(false)
    expect(fields.press('Tab')).toBe(true)
    expect(fields.at()).toBe(`${idsOf(alice)[3]}:column`)
  })

  test('Backspace takes an empty row away, once, and goes to the row before', () => {
    const { alice, fields } = writing('table')
    fields.visit('r2:column')
    expect(fields.press('Backspace', { repeat: true })).toBe(true)
    expect(idsOf(alice)).toEqual(['r1', 'r2', 'r3'])
    expect(fields.press('Backspace')).toBe(true)
    expect(idsOf(alice)).toEqual(['r1', 'r3'])
    expect(fields.at()).toBe('r1:key')
    fields.type('r1:column', 'id')
    expect(fields.press('Backspace')).toBe(false)
  })

  test('Backspace in the first row goes to the row below', () => {
    const { fields } = writing('table')
    fields.visit('r1:column')
    fields.press('Backspace')
    expect(fields.at()).toBe('r2:column')
  })

  test('Alt with an arrow moves the row and keeps the keyboard in its cell', () => {
    const { alice, fields } = writing('table')
    fields.visit('r1:type')
    expect(fields.press('ArrowDown', { altKey: true })).toBe(true)
    expect(idsOf(alice)).toEqual(['r2', 'r1', 'r3'])
    expect(fields.at()).toBe('r1:type')
    fields.press('ArrowUp', { altKey: true })
    expect(idsOf(alice)).toEqual(['r1', 'r2', 'r3'])
    expect(fields.at()).toBe('r1:type')
  })

  test('Alt with an arrow keeps the keyboard also in another section', () => {
    const { alice, fields } = writing('requirements')
    const [first] = orderedRows(card(alice).props.rows)
    const cell = `${first?.id}:text`
    fields.visit(cell)
    const before = first?.cells.section
    fields.press('ArrowDown', { altKey: true })
    expect(card(alice).props.rows[first?.id ?? '']?.cells.section).not.toBe(before)
    expect(fields.at()).toBe(cell)
  })

  test('arrows leave a text at its ends only', () => {
    const { fields } = writing('table')
    fields.type('r1:column', 'id')
    expect(fields.press('ArrowUp')).toBe(false)
    expect(fields.press('ArrowDown')).toBe(true)
    expect(fields.at()).toBe('r2:column')
    expect(fields.press('ArrowUp', { shiftKey: true })).toBe(false)
    expect(fields.press('ArrowUp')).toBe(true)
    expect(fields.at()).toBe('r1:column')
    fields.visit('r3:column')
    expect(fields.press('ArrowDown')).toBe(false)
    fields.visit('r1:key')
    expect(fields.press('ArrowDown')).toBe(false)
  })

  test('a card with fixed rows keeps them', () => {
    const { alice, fields } = writing('decision')
    const before = fields.cells()
    fields.type(before[1] ?? '', 'A cache')
    expect(fields.press('ArrowDown', { altKey: true })).toBe(true)
    expect(fields.press('Enter')).toBe(true)
    expect(fields.at()).toBe(before[2])
    expect(fields.press('Backspace')).toBe(false)
    expect(fields.press('Tab')).toBe(false)
    const last = before.at(-1) ?? ''
    fields.type(last, 'In a year')
    expect(fields.press('Enter')).toBe(true)
    expect(fields.at()).toBe(last)
    expect(fields.cells()).toEqual(before)
    expect(idsOf(alice)).toHaveLength(2)
  })

  test('a row at the edge stays, and the keyboard is free to go on', () => {
    const { alice, fields } = writing('table')
    fields.type('r1:column', 'id')
    expect(fields.press('ArrowUp', { altKey: true })).toBe(true)
    expect(idsOf(alice)).toEqual(['r1', 'r2', 'r3'])
    fields.visit('r2:column')
    expect(fields.at()).toBe('r2:column')
  })

  test('a key of a text that is being composed is nobody else’s', () => {
    const { fields } = writing('table')
    fields.visit('r1:column')
    expect(fields.press('Enter', { isComposing: true })).toBe(false)
    expect(fields.at()).toBe('r1:column')
  })
})

describe('a pasted table', () => {
  test('is rows below, in one step, and the empty row takes the first', () => {
    const { alice, fields } = writing('table')
    fields.type('r1:column', 'id')
    fields.visit('r2:column')
    expect(fields.paste('name\ttext\nage\tint')).toBe(true)
    expect(cellsOf(alice).map(({ column }) => column)).toEqual(['id', 'name', 'age', undefined])
    expect(fields.at()).toBe('r2:column')
    fields.type('r2:column', 'full_name')
    act(() => void alice.editor.undo())
    expect(cellsOf(alice)[1]).toMatchObject({ column: 'name', type: 'text' })
    act(() => void alice.editor.undo())
    expect(idsOf(alice)).toEqual(['r1', 'r2', 'r3'])
  })

  test('is a text for the title, or for one cell', () => {
    const { fields } = writing('table')
    fields.visit('title')
    expect(fields.paste('name\ttext\nage\tint')).toBe(false)
    fields.visit('r1:column')
    expect(fields.paste('posts')).toBe(false)
  })

  test('of one row too many is said to have been cut', () => {
    const { alice, fields } = writing('table')
    fields.type('r1:column', 'id')
    const room = MAX_ROWS - idsOf(alice).length
    fields.paste(Array.from({ length: room + 1 }, (_, i) => `c${i}\tint`).join('\n'))
    expect(idsOf(alice)).toHaveLength(MAX_ROWS)
    expect(fields.said()).toBe(`A card holds ${MAX_ROWS} rows. Start another card for more.`)
  })

  test('that is too long or has too long a cell is said to have been cut', () => {
    const { alice, fields } = writing('table')
    fields.visit('r1:column')
    fields.paste(`${'a'.repeat(MAX_CELL_LENGTH + 1)}\ttext\nage\tint`)
    expect(fields.said()).toBe(`A cell holds ${MAX_CELL_LENGTH} characters. The rest was left out.`)
    fields.paste(Array.from({ length: MAX_ROWS + 1 }, (_, i) => `c${i}\tint`).join('\n'))
    expect(fields.said()).toBe(`A card holds ${MAX_ROWS} rows. Start another card for more.`)
    expect(idsOf(alice)).toHaveLength(MAX_ROWS)
    fields.type('title', 'Posts')
    expect(fields.said()).not.toBe('')
    fields.type('r1:type', 'int')
    expect(fields.said()).toBe('')
  })
})

describe('when somebody else is there', () => {
  test('a row that is taken away while one is in it leaves the keyboard in the first cell', () => {
    const { bob, meet, fields } = writing('table')
    fields.visit('r2:type')
    writeCard(bob.editor, ID, ({ rows }) => ({ rows: removeRow(rows, 'r2') }))
    meet()
    expect(fields.at()).toBe('r1:column')
  })

  test('it leaves the keyboard alone on a button', () => {
    const { bob, meet, fields } = writing('table')
    fields.visit('r2:type')
    fields.focusButton('Row')
    writeCard(bob.editor, ID, ({ rows }) => ({ rows: removeRow(rows, 'r2') }))
    meet()
    expect(document.activeElement?.textContent.trim()).toBe('Row')
    expect(fields.at()).toBeNull()
  })

  test('a row that comes or goes above leaves the keyboard where it is', () => {
    const { bob, meet, fields } = writing('table')
    fields.visit('r3:type')
    const field = document.activeElement
    writeCard(bob.editor, ID, ({ rows }) => ({ rows: addRows(rows, [{ id: 'new', cells: {} }], 'r1') }))
    meet()
    expect(document.activeElement).toBe(field)
    writeCard(bob.editor, ID, ({ rows }) => ({ rows: removeRow(rows, 'r1') }))
    meet()
    expect(document.activeElement).toBe(field)
  })

  test('what they write into another cell leaves the keyboard alone', () => {
    const { bob, meet, fields } = writing('table')
    fields.visit('r2:type')
    writeCard(bob.editor, ID, ({ rows }) => ({
      rows: setCell(kindNamed('table'), rows, { rowId: 'r1', column: 'column', text: 'id' }),
    }))
    meet()
    expect(fields.at()).toBe('r2:type')
    expect(fields.text('r1:column')).toBe('id')
  })
})

describe('the toolbar', () => {
  test('adds below, moves and removes the row the keyboard is in', () => {
    const { alice, fields } = writing('table')
    fields.visit('r1:type')
    fields.click('Move the row down')
    expect(idsOf(alice)).toEqual(['r2', 'r1', 'r3'])
    expect(fields.at()).toBe('r1:type')
    fields.click('Move the row up')
    fields.click('Row')
    expect(idsOf(alice)[1]).not.toBe('r2')
    expect(fields.at()).toBe(`${idsOf(alice)[1]}:column`)
    fields.click('Remove the row')
    expect(idsOf(alice)).toEqual(['r1', 'r2', 'r3'])
    expect(fields.at()).toBe('r1:key')
  })

  test('has no row to move in the title, and adds at the end', () => {
    const { alice, fields } = writing('table', '')
    fields.click('Remove the row')
    expect(idsOf(alice)).toEqual(['r1', 'r2', 'r3'])
    fields.click('Row')
    expect(idsOf(alice)).toHaveLength(4)
    expect(fields.at()).toBe(`${idsOf(alice)[3]}:column`)
  })

  test('a heading adds under itself', () => {
    const { alice, fields } = writing('requirements')
    fields.click('Add to Non-functional')
    const at = fields.at() ?? ''
    expect(card(alice).props.rows[at.slice(0, at.lastIndexOf(':'))]?.cells.section).toBe('nonFunctional')
  })

  test('a full card says so', () => {
    const { alice, fields } = writing('table')
    const many = Array.from({ length: MAX_ROWS }, (_, i) => ({ id: `m${i}`, cells: {} }))
    act(() => writeCard(alice.editor, ID, ({ rows }) => ({ rows: addRows(rows, many, null) })))
    fields.visit('r1:column')
    fields.click('Row')
    expect(fields.said()).toBe(`A card holds ${MAX_ROWS} rows. Start another card for more.`)
    expect(fields.at()).toBe('r1:column')
    expect(idsOf(alice)).toHaveLength(MAX_ROWS)
  })
})

test('too long a text is cut, and said to be', () => {
  const { alice, fields } = writing('table')
  fields.type('r1:column', 'a'.repeat(MAX_CELL_LENGTH + 1))
  expect(cellsOf(alice)[0]?.column).toHaveLength(MAX_CELL_LENGTH)
  expect(fields.said()).toBe(`A cell holds ${MAX_CELL_LENGTH} characters. The rest was left out.`)
  fields.type('r1:column', 'id')
  expect(fields.said()).toBe('')
})
