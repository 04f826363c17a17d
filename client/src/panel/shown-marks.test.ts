import type { Mark } from '@drawbar/shared/interview/event.ts'
import type { MarkedItem } from '@drawbar/shared/interview/interview.ts'
import { sampleQuestion } from '@drawbar/shared/testing/sample-question.ts'
import { describe, expect, it } from 'vitest'
import type { PendingCommand } from '../session/session-state.ts'
import { checklistGroups, shownMarks } from './shown-marks.ts'

function marked(itemId: string, mark: Mark): MarkedItem {
  return { itemId, mark, seq: 1, at: 0, by: 'alice', phaseId: null, clockMs: 0, evidence: null }
}

function marking(itemId: string, mark: Mark | null): PendingCommand {
  return {
    command: { id: 'command-1', type: 'mark-item', itemId, mark, evidence: null },
    sentAt: 0,
    attempts: 1,
  }
}

describe('the marks on screen', () => {
  const marks = { a: marked('a', 'seen'), b: marked('b', 'missed') }

  it('are those of the log', () => {
    expect([...shownMarks(marks, [])]).toEqual([
      ['a', 'seen'],
      ['b', 'missed'],
    ])
  })

  it('show what is on its way, the last press last', () => {
    const pending = [marking('a', 'partly'), marking('b', null), marking('c', 'seen'), marking('c', 'missed')]
    expect([...shownMarks(marks, pending)]).toEqual([
      ['a', 'partly'],
      ['c', 'missed'],
    ])
  })
})

describe('the groups of a checklist', () => {
  it('follow the rubric and count what is marked', () => {
    const { checklist } = sampleQuestion()
    const groups = checklistGroups(checklist, new Map([['asks-scale', 'seen']]))
    expect(groups.map(({ id, items, marked: count }) => [id, items.length, count])).toEqual([
      ['requirements', 2, 1],
      ['numbers', 1, 0],
      ['high-level', 2, 0],
      ['depth', 1, 0],
      ['trade-offs', 1, 0],
      ['communication', 1, 0],
    ])
  })

  it('leave out a dimension nothing is asked of', () => {
    const items = sampleQuestion().checklist.filter((item) => item.dimension !== 'numbers')
    expect(checklistGroups(items, new Map()).map(({ id }) => id)).not.toContain('numbers')
  })
})
