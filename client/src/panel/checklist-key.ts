import type { Mark } from '@drawbar/shared/interview/event.ts'

/** What a key does in the checklist. */
export type ChecklistAction =
  | { readonly type: 'move'; readonly by: 1 | -1 | 'first' | 'last' }
  | { readonly type: 'mark'; readonly mark: Mark | null }
  | { readonly type: 'expand' }

/** The action of a key pressed on an item, null for any other key. Keys held with a modifier belong to the browser. */
export function checklistKey(event: {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}): ChecklistAction | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null
  switch (event.key) {
    case 'ArrowDown':
    case 'j':
      return { type: 'move', by: 1 }
    case 'ArrowUp':
    case 'k':
      return { type: 'move', by: -1 }
    case 'Home':
      return { type: 'move', by: 'first' }
    case 'End':
      return { type: 'move', by: 'last' }
    case '1':
      return { type: 'mark', mark: 'seen' }
    case '2':
      return { type: 'mark', mark: 'partly' }
    case '3':
      return { type: 'mark', mark: 'missed' }
    case '0':
    case 'Backspace':
    case 'Delete':
      return { type: 'mark', mark: null }
    case 'l':
      return { type: 'expand' }
    default:
      return null
  }
}

/** The item to go to from `current`; it stays at either end. */
export function itemAfterMove(
  itemIds: readonly string[],
  current: string,
  by: 1 | -1 | 'first' | 'last',
): string {
  if (by === 'first') return itemIds[0] ?? current
  if (by === 'last') return itemIds.at(-1) ?? current
  return itemIds[itemIds.indexOf(current) + by] ?? current
}
