import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { box, boardOf, frame, putAll, shapeId } from '@drawbar/shared/board/testing/boards.ts'
import { faultsOf } from '@drawbar/shared/board/testing/sound-board.ts'
import { BoardDoc } from './board-doc.ts'

const NOW = 1_000_000

/** A board at the server and a page's copy of it. */
function boardAndPage() {
  const origin = boardOf(box('a'), frame('one'), frame('two'))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(origin))
  const board = new BoardDoc(doc)
  board.sweep()
  const page = new Y.Doc()
  Y.applyUpdate(page, board.encode())
  return { board, page, doc }
}

/** The bytes of one change of a page. */
function changeOf(page: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(page)
  page.transact(change)
  return Y.encodeStateAsUpdate(page, before)
}

describe('[D1] [D2] an update', () => {
  test('is its own news where it is whole and sound', () => {
    const { board, page } = boardAndPage()
    const update = changeOf(page, () => putAll(page, box('b')))
    const applied = board.apply(update, NOW)
    expect(applied).toEqual({ news: update, repaired: undefined, whole: true })
    expect(applied.news).toBe(update)
    expect(board.apply(update, NOW)).toEqual({ news: undefined, repaired: undefined, whole: true })
  })

  test('comes with its repair where it broke something', () => {
    const { board, page, doc } = boardAndPage()
    const update = changeOf(page, () => putAll(page, frame('loop', { parentId: shapeId('loop') })))
    const { news, repaired } = board.apply(update, NOW)
    expect(repaired?.repairs.map(({ id }) => id)).toEqual([shapeId('loop')])
    expect(faultsOf(doc)).toEqual([])
    for (const bytes of [news, repaired?.update]) Y.applyUpdate(page, bytes ?? new Uint8Array())
    expect(Y.encodeStateVector(page)).toEqual(Y.encodeStateVector(doc))
  })

  test('keeps what of it could be kept, and nothing that waits', () => {
    const { board, page, doc } = boardAndPage()
    const watcher = new Y.Doc()
    Y.applyUpdate(watcher, board.encode())
    const other = new Y.Doc()
    Y.applyUpdate(other, board.encode())
    Y.applyUpdate(
      page,
      changeOf(other, () => putAll(other, box('unseen'))),
    )
    const update = changeOf(page, () => {
      putAll(page, box('kept'))
      page.getMap<Y.Map<unknown>>('records').get(shapeId('unseen'))?.set('g', [5, 5, 0])
    })
    const { news, whole } = board.apply(update, NOW)
    expect(whole).toBe(false)
    expect(doc.store.pendingStructs).toBeNull()
    expect(doc.getMap('records').has(shapeId('kept'))).toBe(true)
    if (news) Y.applyUpdate(watcher, news)
    expect(Y.encodeStateVector(watcher)).toEqual(Y.encodeStateVector(doc))
    expect(watcher.store.pendingStructs).toBeNull()
  })

  test('that is none changes nothing', () => {
    const { board, doc } = boardAndPage()
    const before = Y.encodeStateAsUpdate(doc)
    expect(board.apply(new Uint8Array(50).fill(200), NOW)).toEqual({
      news: undefined,
      repaired: undefined,
      whole: false,
    })
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })
})

describe('[D9] what others have logged', () => {
  test('is told as one update, however much it is', () => {
    for (const count of [2, 40]) {
      const { board, page } = boardAndPage()
      const watcher = new Y.Doc()
      Y.applyUpdate(watcher, board.encode())
      const updates = Array.from({ length: count }, (_, i) =>
        changeOf(page, () => putAll(page, box(`n${i}`))),
      )
      const { news, whole } = board.applyLogged(updates, NOW)
      expect(whole).toBe(true)
      if (news) Y.applyUpdate(watcher, news)
      expect(Y.encodeStateVector(watcher)).toEqual(Y.encodeStateVector(page))
    }
  })

  test('is taken as it is where a record has become another type', () => {
    const { board, page, doc } = boardAndPage()
    const update = changeOf(page, () => {
      page.getMap('records').delete(shapeId('a'))
      putAll(page, frame('a'))
    })
    expect(board.applyLogged([update], NOW).repaired).toBeUndefined()
    expect(doc.getMap<Y.Map<unknown>>('records').get(shapeId('a'))?.get('k')).toEqual(['shape', 'frame'])
    expect(faultsOf(doc)).toEqual([])
  })
})

describe('[J3] the answer to a joiner', () => {
  test('is encoded once between two edits', () => {
    const { board, page } = boardAndPage()
    const first = board.answer(new Uint8Array([0]))
    expect(board.answer(new Uint8Array([0]))).toBe(first)
    board.apply(
      changeOf(page, () => putAll(page, box('b'))),
      NOW,
    )
    expect(board.answer(new Uint8Array([0]))).not.toBe(first)
  })

  test('is what is missing where something is known, and nothing where the bytes mean nothing', () => {
    const { board, page } = boardAndPage()
    const known = Y.encodeStateVector(page)
    const update = changeOf(page, () => putAll(page, box('b')))
    board.apply(update, NOW)
    expect(board.answer(known)).toEqual(update)
    expect(board.answer(new Uint8Array(9).fill(255))).toBeUndefined()
  })
})

test('[C6] the size of a board is measured when it matters, and shrinks when it is cleared', () => {
  const { board, page } = boardAndPage()
  expect(board.exceeds(100_000, NOW)).toBe(false)
  const many = changeOf(page, () => putAll(page, ...Array.from({ length: 150 }, (_, i) => box(`n${i}`))))
  board.apply(many, NOW)
  expect(board.exceeds(30_000, NOW)).toBe(true)
  const clear = changeOf(page, () => {
    for (const id of page.getMap('records').keys())
      if (id.startsWith('shape:n')) page.getMap('records').delete(id)
  })
  board.apply(clear, NOW + 100)
  expect(board.exceeds(30_000, NOW + 100)).toBe(true)
  expect(board.exceeds(30_000, NOW + 2_000)).toBe(false)
})
