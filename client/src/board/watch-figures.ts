import type { BoardFigure } from '@drawbar/shared/question/compare-figures.ts'
import { react, type Editor } from 'tldraw'
import type { BoardSource } from '../session/board-handle.ts'
import { createPageSource } from './page-source.ts'
import { figuresOf } from './worksheet/board-figures.ts'
import { loadMath, mathState } from './worksheet/load-math.ts'

const NONE: readonly BoardFigure[] = []

/** The named results of the page's worksheets. The arithmetic is loaded when somebody listens for the first time. */
export function createFigureSource(editor: Editor): BoardSource<readonly BoardFigure[]> {
  return createPageSource(editor, {
    read() {
      const loaded = mathState.get()
      return loaded.state === 'ready' ? figuresOf(editor.getCurrentPageShapes(), loaded.math) : NONE
    },
    watch(stale) {
      void loadMath()
      return react('worksheet math for figures', () => {
        mathState.get()
        stale()
      })
    },
  })
}
