import type { Mark } from '@drawbar/shared/interview/event.ts'
import type { MarkedItem } from '@drawbar/shared/interview/interview.ts'
import { DIMENSIONS, type DimensionId } from '@drawbar/shared/question/dimension.ts'
import type { ChecklistItem } from '@drawbar/shared/question/question.ts'
import type { PendingCommand } from '../session/session-state.ts'

/** The marks on screen by item: those of the log under those on their way, so that a press shows at once. */
export function shownMarks(
  marks: Readonly<Record<string, MarkedItem>>,
  pending: readonly PendingCommand[],
): ReadonlyMap<string, Mark> {
  const shown = new Map(Object.values(marks).map(({ itemId, mark }) => [itemId, mark]))
  for (const { command } of pending) {
    if (command.type !== 'mark-item') continue
    if (command.mark === null) shown.delete(command.itemId)
    else shown.set(command.itemId, command.mark)
  }
  return shown
}

/** One dimension of the checklist with its items and how many of them are marked. */
export interface ChecklistGroup {
  readonly id: DimensionId
  readonly name: string
  readonly items: readonly ChecklistItem[]
  readonly marked: number
}

/** The items by dimension, in the rubric's order; dimensions without items are left out. */
export function checklistGroups(
  items: readonly ChecklistItem[],
  marks: ReadonlyMap<string, Mark>,
): ChecklistGroup[] {
  return DIMENSIONS.map(({ id, name }) => {
    const own = items.filter((item) => item.dimension === id)
    return { id, name, items: own, marked: own.filter((item) => marks.has(item.id)).length }
  }).filter((group) => group.items.length > 0)
}
