import { describe, expect, it } from 'vitest'
import { Removals, UNDO_MS } from './removals.ts'

function setUp() {
  const due: { ms: number; run: () => void }[] = []
  const removed: string[] = []
  let hidden: readonly string[] = []
  const removals = new Removals({
    after(ms, run) {
      const timer = { ms, run }
      due.push(timer)
      return () => {
        due.splice(due.indexOf(timer), 1)
      }
    },
    remove: (noteId) => removed.push(noteId),
    onChange: (now) => {
      hidden = [...now]
    },
  })
  return { removals, due, removed, hidden: () => hidden }
}

describe('removing a note', () => {
  it('hides it at once and removes it after the time to undo', () => {
    const { removals, due, removed, hidden } = setUp()
    removals.start('n1')
    expect(hidden()).toEqual(['n1'])
    expect(removed).toEqual([])
    expect(due[0]?.ms).toBe(UNDO_MS)
    due[0]?.run()
    expect(removed).toEqual(['n1'])
    // It stays hidden: the event that takes it out of the list is still on its way.
    expect(hidden()).toEqual(['n1'])
  })

  it('can be undone until then', () => {
    const { removals, due, removed, hidden } = setUp()
    const undo = removals.start('n1')
    removals.start('n2')
    undo()
    expect(hidden()).toEqual(['n2'])
    expect(due).toHaveLength(1)
    due[0]?.run()
    expect(removed).toEqual(['n2'])
  })

  it('leaves the note where it is when the page is left first', () => {
    const { removals, due, removed } = setUp()
    removals.start('n1')
    removals.stop()
    expect(due).toEqual([])
    expect(removed).toEqual([])
  })
})
