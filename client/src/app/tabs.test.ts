import { expect, it } from 'vitest'
import { shownTab, tabsOf } from './tabs.ts'

it('has the tabs of a role, and shows the first where the last one opened is not among them', () => {
  expect(tabsOf('interviewer').map(({ name }) => name)).toEqual([
    'Run',
    'Question',
    'Follow-ups',
    'Checklist',
    'Notes',
    'Board',
  ])
  expect(tabsOf('observer')).toEqual(tabsOf('candidate'))
  expect(shownTab('interviewer', 'checklist')).toBe('checklist')
  expect(shownTab('candidate', 'checklist')).toBe('question')
  expect(shownTab('candidate', 'notes')).toBe('notes')
})
