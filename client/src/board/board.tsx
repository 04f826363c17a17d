import { useCallback, useEffect, useState } from 'react'
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
import { keepCardsOnArrows } from './shapes/card/card-on-arrow.ts'
import { useOpened } from './use-opened.ts'
import { WalkBar } from './walk/walk-bar.tsx'
import { graphSourceOf } from './watch-graph.ts'
import { FiguresContext, type LoadFigures } from './worksheet/figures-context.ts'
import { keepPinsWithCopies } from './worksheet/pinned-copies.ts'

export interface BoardProps {
  readonly session: Session
  /** The figures that worksheets offer. */
  readonly loadFigures: LoadFigures
  /** Whether the keyboard goes to the canvas when it appears. */
  readonly takesKeyboard?: boolean
}

/** The round's board. Appears when it has been loaded from this browser or compared with the server. */
export function Board({ session, loadFigures, takesKeyboard = true }: BoardProps) {
  const ready = useStore(session.state, ({ boardFrom }) => boardFrom !== 'none')
  return (
    <section className={styles.board} aria-label="Board">
      {ready ? (
        <FiguresContext value={loadFigures}>
          <ReadyBoard session={session} takesKeyboard={takesKeyboard} />
        </FiguresContext>
      ) : (
        <output className={styles.message}>
          <Spinner /> Opening the board…
        </output>
      )}
    </section>
  )
}

function ReadyBoard({ session, takesKeyboard }: Required<Omit<BoardProps, 'loadFigures'>>) {
  const theme = useTheme()
  const [editor, setEditor] = useState<Editor | null>(null)
  const board = useOpened(
    useCallback(() => openBoard({ session, storage: localStorage, onRefused: sayRefused }), [session]),
  )

  useEffect(() => {
    board?.user.setTheme(theme)
  }, [board, theme])

  const onMount = useCallback(
    (mounted: Editor) => {
      if (!board) return () => {}
      const { store, binding } = board
      const cleanups = [
        onFlushMoments(() => binding.flush()),
        guardUndo({
          store,
          ledger: binding.ledger,
          currentPageId: () => mounted.getCurrentPageId(),
          flush: () => binding.flush(),
          onKept: sayKept,
        }),
        followBringHere(mounted, session),
        keepKeyboardInside(mounted),
        keepCardsOnArrows(mounted),
        keepPinsWithCopies(mounted),
      ]
      session.setBoard(createBoardHandle(mounted, session))
      setEditor(mounted)
      return () => {
        setEditor(null)
        session.setBoard(null)
        for (const cleanup of cleanups) cleanup()
      }
    },
    [board, session],
  )

  if (!board) return null
  return (
    <>
      <Canvas
        use="draw"
        store={board.store}
        user={board.user}
        takesKeyboard={takesKeyboard}
        onMount={onMount}
      />
      {editor === null ? null : <WalkBar editor={editor} readGraph={graphSourceOf(editor).get} />}
    </>
  )
}
