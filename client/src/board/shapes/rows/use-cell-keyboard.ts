import { useEffect, useLayoutEffect, useRef, useState, type RefObject, type SyntheticEvent } from 'react'
import { TITLE_CELL, type CellKey } from './cell-key.ts'

export interface CellKeyboardOptions {
  /** The cell that writing begins in. */
  readonly start: (fields: HTMLElement) => CellKey
  /** Where the keyboard goes when somebody else has taken away the row it was in. */
  readonly refuge: () => CellKey
  /** Brings the field that has got the keyboard into sight. */
  readonly reveal: (field: HTMLElement) => void
}

/** Which of the fields has the keyboard. */
export interface CellKeyboard {
  /** The cell that has the keyboard, or had it last. */
  readonly at: CellKey
  /** Gives the keyboard to a cell: now, or as soon as its field is there. */
  go(cell: CellKey): void
  /** Brings the cell that has the keyboard back into sight, after something has come before it. */
  show(): void
  /** Keeps the keyboard in its cell while that is moved. */
  stay(): void
  /** Whether this is the first that is written during this visit of a cell. */
  beginVisit(cell: CellKey): boolean
  /** What is written next belongs to another visit. */
  endVisit(): void
  /** For the element that the fields are in. */
  readonly onFocus: (event: SyntheticEvent) => void
}

/**
 * Follows the keyboard through the fields of a card or a worksheet while somebody writes there.
 *
 * @param fields what they are in; each names its cell in `data-cell`
 */
export function useCellKeyboard(
  fields: RefObject<HTMLElement | null>,
  { start, refuge, reveal }: CellKeyboardOptions,
): CellKeyboard {
  const [at, setAt] = useState<CellKey>(TITLE_CELL)
  /** Where the keyboard goes once the field is there. */
  const goingTo = useRef<CellKey | null>(null)
  /** The cell that has been written into since it was visited. */
  const written = useRef<CellKey | null>(null)
  /** Whoever presses a field sees it, and it stays under the pointer. */
  const isPressing = useRef(false)

  function fieldOf(cell: CellKey): HTMLElement | null {
    return fields.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cell)}"]`) ?? null
  }
  function go(cell: CellKey): void {
    const field = fieldOf(cell)
    goingTo.current = field ? null : cell
    if (!field) return
    focusEnd(field)
    reveal(field)
  }

  useLayoutEffect(() => {
    if (goingTo.current !== null) go(goingTo.current)
  })

  useEffect(() => {
    const element = fields.current
    if (!element) return
    const page = element.ownerDocument
    const onPress = () => {
      isPressing.current = true
    }
    const onRelease = () => {
      isPressing.current = false
    }
    element.addEventListener('pointerdown', onPress, { capture: true })
    page.addEventListener('pointerup', onRelease, { capture: true })
    page.addEventListener('pointercancel', onRelease, { capture: true })
    return () => {
      element.removeEventListener('pointerdown', onPress, { capture: true })
      page.removeEventListener('pointerup', onRelease, { capture: true })
      page.removeEventListener('pointercancel', onRelease, { capture: true })
    }
  }, [fields])

  useEffect(() => {
    if (fields.current) go(start(fields.current))
    // Only when writing begins.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  useEffect(() => {
    const page = fields.current?.ownerDocument
    // With the row that its person was in the keyboard is gone; on a button or outside the fields it was put there.
    if (page?.activeElement !== page?.body) return
    if (at !== TITLE_CELL && goingTo.current === null && !fieldOf(at)) go(refuge())
  })

  return {
    at,
    go,
    show() {
      const field = fieldOf(at)
      if (field !== null && field === field.ownerDocument.activeElement) reveal(field)
    },
    stay() {
      goingTo.current = at
    },
    beginVisit(cell) {
      const isFirst = written.current !== cell
      written.current = cell
      return isFirst
    },
    endVisit() {
      written.current = null
    },
    onFocus({ target }) {
      const cell = target instanceof HTMLElement ? target.dataset.cell : undefined
      if (cell === undefined) return
      if (!isPressing.current) reveal(target as HTMLElement)
      if (cell === at) return
      written.current = null
      setAt(cell)
    },
  }
}

/** The caret of a textarea would stand before its text. */
function focusEnd(field: HTMLElement): void {
  field.focus({ preventScroll: true })
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length)
}
