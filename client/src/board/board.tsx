import { useCallback, useEffect } from 'react'
import type { Editor } from 'tldraw'
import { useStore } from 'zustand'
import type { Session } from '../session/session.ts'
import { Spinner } from '../ui/spinner.tsx'
import { useTheme } from '../ui/theme.ts'
import { createBoardHandle } from './board-handle.ts'
import styles from './board.module.css'
import { followBringHere } from './bring-here.ts'
import { Canvas } from './canvas.tsx'
import { sayKept, sayRefused } from './board-words.ts'
import { guardUndo } from './binding/undo-guard.ts'
import { onFlushMoments } from './flush-moments.ts'
import { keepKeyboardInside } from './keyboard-focus.ts'
import { openBoard } from './open-board.ts'
import { useOpened } from './use-opened.ts'

export interface BoardProps {
  readonly session: Session
  /** Whether the keyboard goes to the canvas when it appears. */
  readonly takesKeyboard?: boolean
}

/** The round's board. Appears when it has been loaded from this browser or compared with the server. */
export function Board({ session, takesKeyboard = true }: BoardProps) {
  const ready = useStore(session.state, ({ boardFrom }) => boardFrom !== 'none')
  return (
    <section className={styles.board} aria-label="Board">
      {ready ? (
        <ReadyBoard session={session} takesKeyboard={takesKeyboard} />
      ) : (
        <output className={styles.message}>
          <Spinner /> Opening the board…
        </output>
      )}
    </section>
  )
}

function ReadyBoard({ session, takesKeyboard }: Required<BoardProps>) {
  const theme = useTheme()
  const board = useOpened(
    useCallback(() => openBoard({ session, storage: localStorage, onRefused: sayRefused }), [session]),
  )

  useEffect(() => {
    board?.user.setTheme(theme)
  }, [board, theme])

  const onMount = useCallback(
    (editor: Editor) => {
      if (!board) return () => {}
      const { store, binding } = board
      const cleanups = [
        onFlushMoments(() => binding.flush()),
        guardUndo({
          store,
          ledger: binding.ledger,
          currentPageId: () => editor.getCurrentPageId(),
          flush: () => binding.flush(),
          onKept: sayKept,
        }),
        followBringHere(editor, session),
        keepKeyboardInside(editor),
      ]
      session.setBoard(createBoardHandle(editor, session))
      return () => {
        session.setBoard(null)
        for (const cleanup of cleanups) cleanup()
      }
    },
    [board, session],
  )

  if (!board) return null
  return (
    <Canvas
      use="draw"
      store={board.store}
      user={board.user}
      takesKeyboard={takesKeyboard}
      onMount={onMount}
    />
  )
}
