import { MAX_LABEL_LENGTH } from '@drawbar/shared/board/shapes/component-shape.ts'
import { MAX_CELL_LENGTH, type Rows } from '@drawbar/shared/board/shapes/rows.ts'
import { useEffect, useState } from 'react'
import { useEditor } from 'tldraw'
import { TITLE_CELL, type CellKey } from './cell-key.ts'
import type { CellKeyboard } from './use-cell-keyboard.ts'

/** What is said of a cell whose text was cut. */
export const CELL_FULL = `A cell holds ${MAX_CELL_LENGTH} characters. The rest was left out.`

/** What is written of a card or a worksheet. */
export interface Written {
  readonly title: string
  readonly rows: Rows
}

/** Changes it as it stands in the store now. */
export type Write = (change: (now: Written) => Partial<Written>) => void

export interface RowWriting {
  /** What the person is told; empty while there is nothing to tell. */
  readonly said: string
  say(text: string): void
  writeTitle(text: string): void
  /** @param change puts the text into the cell; what is too long it cuts */
  writeCell(cell: CellKey, text: string, change: (rows: Rows) => Rows): void
  /** A change that is an undo step by itself, and what there is to say of it. */
  step(change: (now: Written) => Partial<Written>, said?: string): void
}

/** Writes what somebody does in the fields, at once: one undo step for all that is typed during one visit of a cell. */
export function useRowWriting(keyboard: CellKeyboard, write: Write): RowWriting {
  const editor = useEditor()
  const [said, say] = useState('')

  // The bar has grown by what it says.
  useEffect(() => {
    if (said !== '') keyboard.show()
    // Only then.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [said])

  function begin(cell: CellKey): void {
    if (keyboard.beginVisit(cell)) editor.markHistoryStoppingPoint('write into a cell')
  }
  return {
    said,
    say,
    writeTitle(text) {
      begin(TITLE_CELL)
      write(() => ({ title: text.slice(0, MAX_LABEL_LENGTH) }))
    },
    writeCell(cell, text, change) {
      begin(cell)
      say(text.length > MAX_CELL_LENGTH ? CELL_FULL : '')
      write(({ rows }) => ({ rows: change(rows) }))
    },
    step(change, told = '') {
      editor.markHistoryStoppingPoint('change the rows')
      keyboard.endVisit()
      say(told)
      write(change)
    },
  }
}
