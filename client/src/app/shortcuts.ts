/** A key press, as far as a shortcut needs it. */
export interface Press {
  readonly key: string
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** Where the keyboard is. */
export type Focus = 'text' | 'board' | 'elsewhere'

export type ShortcutAction =
  | { readonly type: 'note' | 'sheet' | 'clock' | 'next-phase' | 'panel' | 'region' | 'region-back' }
  | { readonly type: 'tab'; readonly index: number }

/**
 * What a press means. With Alt, and F6, it works wherever the keyboard is, by the key's place on the keyboard; single
 * keys only where nothing else wants them. A key that types a character with Alt (as on a Mac) types it in a text.
 */
export function shortcutOf(press: Press, focus: Focus): ShortcutAction | null {
  if (press.ctrlKey || press.metaKey) return null
  if (press.key === 'F6') return { type: press.shiftKey ? 'region-back' : 'region' }
  if (press.altKey) return focus === 'text' && typesWithAlt(press) ? null : withAlt(press.code)
  if (focus !== 'elsewhere') return null
  if (press.key === '?') return { type: 'sheet' }
  return press.key === 'n' ? { type: 'note' } : null
}

function withAlt(code: string): ShortcutAction | null {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1]
  if (digit === '0') return { type: 'panel' }
  if (digit !== undefined) return { type: 'tab', index: Number(digit) - 1 }
  switch (code) {
    case 'KeyN':
      return { type: 'note' }
    case 'KeyP':
      return { type: 'clock' }
    case 'Period':
      return { type: 'next-phase' }
    case 'Slash':
      return { type: 'sheet' }
    default:
      return null
  }
}

function typesWithAlt({ key, code }: Press): boolean {
  if (key === 'Dead') return true
  if (key.length !== 1) return false
  return !code.toLowerCase().endsWith(key.toLowerCase()) && !(key in PUNCTUATION && PUNCTUATION[key] === code)
}

const PUNCTUATION: Readonly<Record<string, string>> = { '.': 'Period', '/': 'Slash' }

export interface ShortcutHelp {
  readonly keys: string
  readonly does: string
}

export interface ShortcutGroup {
  readonly title: string
  readonly note?: string
  readonly shortcuts: readonly ShortcutHelp[]
}

/** What the sheet of shortcuts lists, for an interviewer or for others. */
export function shortcutGroups(options: {
  readonly interviewer: boolean
  readonly tabs: readonly string[]
}): ShortcutGroup[] {
  const { interviewer, tabs } = options
  const everywhere: ShortcutHelp[] = [
    { keys: 'F6', does: 'Go on to the board, the panel, the top bar' },
    { keys: 'Alt+N', does: 'Write a note' },
    ...tabs.map((name, index) => ({ keys: `Alt+${index + 1}`, does: `Open ${name}` })),
    { keys: 'Alt+0', does: 'Show or hide the panel' },
    ...(interviewer
      ? [
          { keys: 'Alt+P', does: 'Pause or resume the clock' },
          { keys: 'Alt+.', does: 'Go to the next phase' },
        ]
      : []),
    { keys: 'Alt+/', does: 'Show this sheet' },
    { keys: 'F8', does: 'Go to the latest message' },
  ]
  const outside: ShortcutHelp[] = [
    { keys: 'N', does: 'Write a note' },
    { keys: '?', does: 'Show this sheet' },
  ]
  const checklist: ShortcutHelp[] = [
    { keys: '↓ ↑', does: 'Next and previous item, also J and K' },
    { keys: '1', does: 'Mark as seen' },
    { keys: '2', does: 'Mark as partly' },
    { keys: '3', does: 'Mark as missed' },
    { keys: '0', does: 'Take the mark back, also Backspace' },
    { keys: 'L', does: 'Show what each level looks like' },
  ]
  const board: ShortcutHelp[] = [
    { keys: '/', does: 'Add a component, connect one, or turn boxes into some' },
    { keys: 'Shift+T', does: 'Tidy up what is selected, or the page' },
    { keys: 'V', does: 'Select' },
    { keys: 'R', does: 'Box' },
    { keys: 'A', does: 'Arrow' },
    { keys: 'T', does: 'Text' },
    { keys: 'D', does: 'Draw by hand' },
    { keys: 'K', does: 'Laser' },
    { keys: 'Ctrl+Z', does: 'Undo what you did' },
    { keys: 'Shift+1', does: 'Show all of the board' },
  ]
  return [
    { title: 'Everywhere', note: 'Also while drawing or writing.', shortcuts: everywhere },
    { title: 'Outside the board and text', shortcuts: outside },
    ...(interviewer ? [{ title: 'In the checklist', shortcuts: checklist }] : []),
    { title: 'On the board', note: 'The most used ones.', shortcuts: board },
  ]
}
