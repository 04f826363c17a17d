// @vitest-environment jsdom
import { orderedRows, type Rows } from '@drawbar/shared/board/shapes/rows.ts'
import { WORKSHEET, type WorksheetShape } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { addRows, removeRow } from '@drawbar/shared/cards/edit-rows.ts'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { createShapeId, EditorProvider, track } from 'tldraw'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { EditingPeer } from '../../testing/editing-peer.ts'
import { editingRoom } from '../../testing/editing-room.ts'
import { WorksheetEditor } from './worksheet-editor.tsx'
import { layOutWorksheet, SHEET } from './worksheet-layout.ts'
import { moveWorksheetRow, setWorksheetCell, type WorksheetColumn } from './worksheet-rows.ts'
import { writeWorksheet } from './write-worksheet.ts'

const ID = createShapeId('worksheet')

/** Of a worksheet with so many rows of one line. */
const heightOf = (rows: number) => SHEET.header + SHEET.columnTitles + rows * SHEET.row + SHEET.foot

/** Alice and bob with one worksheet of two rows, users and peak. */
function room() {
  const { alice, bob, meet } = editingRoom()
  const rows = addRows(
    {},
    [
      { id: 'users', cells: { name: 'users', expression: '10M' } },
      { id: 'peak', cells: { name: 'peak' } },
    ],
    null,
  )
  alice.editor.createShape<WorksheetShape>({
    id: ID,
    type: WORKSHEET,
    props: { w: 660, h: heightOf(2), title: '', rows, color: 'black' },
  })
  meet()
  return { alice, bob, meet }
}

function worksheet({ editor }: EditingPeer): WorksheetShape {
  const shape = editor.getShape<WorksheetShape>(ID)
  if (!shape) throw new Error('The worksheet is gone.')
  return shape
}

const cellsOf = (peer: EditingPeer) => orderedRows(worksheet(peer).props.rows).map(({ cells }) => cells)

function change({ editor }: EditingPeer, how: (rows: Rows) => Rows): void {
  editor.markHistoryStoppingPoint('change')
  writeWorksheet(editor, ID, ({ rows }) => ({ rows: how(rows) }))
}

function write(peer: EditingPeer, rowId: string, column: WorksheetColumn, text: string): void {
  change(peer, (rows) => setWorksheetCell(rows, rowId, column, text))
}

describe('two people in one worksheet', () => {
  test('both keep what they write into different cells, of one row and of two', () => {
    const { alice, bob, meet } = room()
    write(alice, 'peak', 'expression', 'users * 20 req/day')
    write(bob, 'peak', 'note', 'evening')
    write(bob, 'users', 'expression', '12M')
    meet()
    for (const peer of [alice, bob]) {
      expect(cellsOf(peer)).toEqual([
        { name: 'users', expression: '12M' },
        { name: 'peak', expression: 'users * 20 req/day', note: 'evening' },
      ])
      expect(peer.refused).toEqual([])
    }
  })

  test('rows added in one place are both there, in one order, and the worksheet is as high as they need', () => {
    const { alice, bob, meet } = room()
    change(alice, (rows) => addRows(rows, [{ id: 'new-a', cells: {} }], 'users'))
    change(bob, (rows) => addRows(rows, [{ id: 'new-b', cells: {} }], 'users'))
    meet()
    const order = orderedRows(worksheet(alice).props.rows).map(({ id }) => id)
    expect(order.toSorted()).toEqual(['new-a', 'new-b', 'peak', 'users'])
    for (const peer of [alice, bob]) {
      expect(orderedRows(worksheet(peer).props.rows).map(({ id }) => id)).toEqual(order)
      expect(peer.editor.getShapeGeometry(ID).bounds.h).toBe(heightOf(4))
    }
  })

  test('a row that one moves and the other writes into is moved and written', () => {
    const { alice, bob, meet } = room()
    change(alice, (rows) => moveWorksheetRow(rows, 'users', 1))
    write(bob, 'users', 'expression', '12M')
    meet()
    expect(cellsOf(alice)).toEqual([{ name: 'peak' }, { name: 'users', expression: '12M' }])
    expect(cellsOf(bob)).toEqual(cellsOf(alice))
  })

  test('removing a row wins over writing into it', () => {
    const { alice, bob, meet } = room()
    change(alice, (rows) => removeRow(rows, 'peak'))
    write(bob, 'peak', 'expression', '3')
    meet()
    for (const peer of [alice, bob]) expect(Object.keys(worksheet(peer).props.rows)).toEqual(['users'])
  })

  test('undo takes back my cell and leaves theirs', () => {
    const { alice, bob, meet } = room()
    write(alice, 'peak', 'expression', '3')
    meet()
    write(bob, 'peak', 'note', 'evening')
    meet()
    alice.editor.undo()
    meet()
    for (const peer of [alice, bob]) expect(cellsOf(peer)[1]).toEqual({ name: 'peak', note: 'evening' })
  })
})

describe('writing into its fields', () => {
  beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
  afterEach(() => vi.unstubAllGlobals())

  test('all that is typed during one visit of a cell is one undo step', () => {
    const { alice, bob, meet } = room()
    const { type, end } = writingInto(alice)
    type('peak:expression', '2')
    type('peak:expression', '20')
    type('peak:note', 'a')
    type('peak:note', 'a guess')
    act(() => {
      meet()
      write(bob, 'users', 'note', 'active')
      meet()
    })
    expect(cellsOf(bob)[1]).toEqual({ name: 'peak', expression: '20', note: 'a guess' })
    const undo = () =>
      act(() => {
        alice.editor.undo()
        meet()
      })
    undo()
    expect(cellsOf(bob)[1]).toEqual({ name: 'peak', expression: '20' })
    undo()
    expect(cellsOf(bob)).toEqual([{ name: 'users', expression: '10M', note: 'active' }, { name: 'peak' }])
    end()
  })
})

/** The open fields of a worksheet on somebody's page. */
function writingInto(peer: EditingPeer) {
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  const Fields = track(() => {
    const shape = worksheet(peer)
    return <WorksheetEditor shape={shape} layout={layOutWorksheet(shape.props)} math={{ state: 'idle' }} />
  })
  act(() =>
    root.render(
      <EditorProvider editor={peer.editor}>
        <Fields />
      </EditorProvider>,
    ),
  )
  return {
    /** Goes into a cell, as by a click, and has this text stand there. */
    type(cell: string, text: string): void {
      const field = host.querySelector<HTMLElement>(`[data-cell="${cell}"]`)
      if (!field) throw new Error(`No field ${cell}.`)
      const setValue = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set
      act(() => {
        field.focus()
        // React hears only what does not go through the property it has put on the element.
        setValue?.call(field, text)
        field.dispatchEvent(new Event('input', { bubbles: true }))
      })
    },
    end(): void {
      act(() => root.unmount())
      host.remove()
    },
  }
}
