import { describe, expect, test } from 'vitest'
import {
  acknowledged,
  changed,
  inherited,
  lost,
  markDue,
  marked,
  NOTHING_MADE,
  opened,
  saveState,
  type SaveProgress,
} from './save-state.ts'

function mark(progress: SaveProgress): SaveProgress {
  const due = markDue(progress)
  if (due === null) throw new Error('No mark is due.')
  return marked(progress, due)
}

describe('saved, saving, offline', () => {
  test('nothing made is saved, and offline while there is no line', () => {
    expect(saveState(NOTHING_MADE, true)).toEqual({ state: 'saved', waiting: 0 })
    expect(saveState(NOTHING_MADE, false)).toEqual({ state: 'offline', waiting: 0 })
  })

  test('[N1] an edit is saving until its ack', () => {
    const made = mark(changed(opened(NOTHING_MADE), false))
    expect(saveState(made, true)).toEqual({ state: 'saving', waiting: 1 })
    expect(saveState(acknowledged(made, 1), true)).toEqual({ state: 'saved', waiting: 0 })
  })

  test('[N1] an edit made while a mark is under way is not saved by its ack', () => {
    const one = mark(changed(opened(NOTHING_MADE), false))
    const two = acknowledged(changed(one, false), 1)
    expect(saveState(two, true)).toEqual({ state: 'saving', waiting: 1 })
    expect(markDue(two)).toBe(2)
  })

  test('[N2] an edit that goes on is one edit, and waits for its last change', () => {
    const first = mark(changed(opened(NOTHING_MADE), false))
    const second = changed(first, true)
    expect(saveState(second, true).waiting).toBe(1)
    expect(saveState(acknowledged(second, 1), true)).toEqual({ state: 'saving', waiting: 1 })
    expect(saveState(acknowledged(mark(acknowledged(second, 1)), 2), true).waiting).toBe(0)
  })

  test('[N2] going on with an edit that is acknowledged already is a new one', () => {
    const saved = acknowledged(mark(changed(opened(NOTHING_MADE), false)), 1)
    expect(saveState(changed(saved, true), true).waiting).toBe(1)
  })

  test('[N3] edits of an earlier page count until the first ack', () => {
    const progress = inherited(NOTHING_MADE, 7)
    expect(saveState(progress, false)).toEqual({ state: 'offline', waiting: 7 })
    expect(saveState(acknowledged(mark(opened(progress)), 1), true)).toEqual({ state: 'saved', waiting: 0 })
  })
})

describe('marks', () => {
  test('[N1] wait until the server has been given everything from before', () => {
    expect(markDue(changed(NOTHING_MADE, false))).toBeNull()
    expect(markDue(opened(changed(NOTHING_MADE, false)))).toBe(1)
  })

  test('[N1] go one at a time', () => {
    expect(markDue(changed(mark(changed(opened(NOTHING_MADE), false)), false))).toBeNull()
  })

  test('[N1] are sent again on the next connection', () => {
    const under = mark(changed(opened(NOTHING_MADE), false))
    expect(markDue(lost(under))).toBeNull()
    expect(markDue(opened(lost(under)))).toBe(1)
  })

  test('[N1] an ack of an earlier connection, or of nothing we sent, changes nothing', () => {
    const again = opened(lost(mark(changed(opened(NOTHING_MADE), false))))
    expect(acknowledged(again, 1)).toBe(again)
    const under = mark(again)
    expect(acknowledged(under, 99)).toBe(under)
  })
})
