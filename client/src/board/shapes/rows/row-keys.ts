import type { KeyboardEvent } from 'react'
import type { CellKey } from './cell-key.ts'

/** A key that was pressed in a cell. */
export interface KeyPress extends Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'repeat'> {
  readonly cell: CellKey
  /** Whether Ctrl is held, or Command. */
  readonly isCommand: boolean
  /** Whether the caret stands at an end of a text; neither in a field that has no caret. */
  readonly isAtStart: boolean
  readonly isAtEnd: boolean
}

/** What a key does. */
export type KeyAction =
  | { readonly does: 'finish' }
  | { readonly does: 'go'; readonly to: CellKey }
  /** A new row below that one; below all others where there is none. */
  | { readonly does: 'add'; readonly belowId: string | null }
  | { readonly does: 'remove'; readonly rowId: string }
  | { readonly does: 'move'; readonly rowId: string; readonly by: -1 | 1 }
  /** The field is kept from the key, and nothing comes of it. */
  | { readonly does: 'nothing' }

export const NOTHING: KeyAction = { does: 'nothing' }

/** What the keys of a cell can do. */
export interface RowActions {
  finish(): void
  go(cell: CellKey): void
  add(belowId: string | null): void
  remove(rowId: string): void
  move(rowId: string, by: -1 | 1): void
}

/**
 * Does what a key in a cell means.
 *
 * @param decide says what it means; null leaves it to the field
 */
export function handleRowKey(
  event: KeyboardEvent,
  decide: (press: KeyPress) => KeyAction | null,
  actions: RowActions,
): void {
  // tldraw hears Escape on its own container and ends the writing; nobody else needs a key that is typed here.
  event.stopPropagation()
  const press = pressIn(event)
  const action = press && decide(press)
  if (!action) return
  event.preventDefault()
  act(action, actions)
}

function pressIn(event: KeyboardEvent): KeyPress | null {
  const { target, nativeEvent, key, altKey, shiftKey, repeat } = event
  if (nativeEvent.isComposing || !(target instanceof HTMLElement)) return null
  const { cell } = target.dataset
  if (cell === undefined) return null
  const text = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement ? target : null
  return {
    key,
    altKey,
    shiftKey,
    repeat,
    cell,
    isCommand: event.ctrlKey || event.metaKey,
    isAtStart: text?.selectionEnd === 0,
    isAtEnd: text !== null && text.selectionStart === text.value.length,
  }
}

function act(action: KeyAction, actions: RowActions): void {
  switch (action.does) {
    case 'finish':
      actions.finish()
      return
    case 'go':
      actions.go(action.to)
      return
    case 'add':
      actions.add(action.belowId)
      return
    case 'remove':
      actions.remove(action.rowId)
      return
    case 'move':
      actions.move(action.rowId, action.by)
      return
    case 'nothing':
  }
}

/** Which way an arrow key points: up (-1) or down (1); null for every other key. */
export function arrowOf({ key }: Pick<KeyPress, 'key'>): -1 | 1 | null {
  return key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null
}
