import type { Role } from '@drawbar/shared/people/role.ts'
import type { PanelTabId } from './room-view.ts'

interface Tab {
  readonly id: PanelTabId
  readonly name: string
}

const INTERVIEWER: readonly Tab[] = [
  { id: 'run', name: 'Run' },
  { id: 'question', name: 'Question' },
  { id: 'follow-ups', name: 'Follow-ups' },
  { id: 'checklist', name: 'Checklist' },
  { id: 'notes', name: 'Notes' },
  { id: 'board', name: 'Board' },
]

const OTHERS: readonly Tab[] = [
  { id: 'question', name: 'Question' },
  { id: 'notes', name: 'Notes' },
]

/** The panel's tabs for a role, in order. */
export function tabsOf(role: Role): readonly Tab[] {
  return role === 'interviewer' ? INTERVIEWER : OTHERS
}

/** The tab to show where `wished` was last opened: the first one, where the role has no such tab. */
export function shownTab(role: Role, wished: PanelTabId): PanelTabId {
  const tabs = tabsOf(role)
  return (tabs.find(({ id }) => id === wished) ?? tabs[0])?.id ?? wished
}
