import type { Evidence } from '@drawbar/shared/interview/evidence.ts'
import { useCallback, useEffect, useMemo } from 'react'
import {
  atom,
  createTLUser,
  defaultUserPreferences,
  type Editor,
  type TLStore,
  type TLUserPreferences,
} from 'tldraw'
import type { ParticipantApi } from '../session/api.ts'
import { useTheme } from '../ui/theme.ts'
import { BoardCrash } from './board-crash.tsx'
import { lookAt } from './board-handle.ts'
import styles from './board.module.css'
import { Canvas } from './canvas.tsx'
import { createImageAssets } from './image-assets.ts'
import { createSnapshotStore, type BoardSnapshot } from './snapshot-store.ts'
import { useOpened } from './use-opened.ts'

/** What may be asked of a board that only shows. */
export interface ShownBoard {
  /** Moves to where a note or a mark was made. */
  lookAt(evidence: Evidence): void
}

export interface ReadOnlyBoardProps {
  readonly snapshot: BoardSnapshot
  readonly roundId: string
  readonly api: ParticipantApi
  /** The board is on screen (null: it went). */
  readonly onShown?: (board: ShownBoard | null) => void
}

/** A record's board: to look around in, not to change. */
export function ReadOnlyBoard({ snapshot, roundId, api, onShown }: ReadOnlyBoardProps) {
  const theme = useTheme()
  const opened = useOpened(
    useCallback(() => openSnapshot({ snapshot, roundId, api }), [snapshot, roundId, api]),
  )

  const preferences = useMemo(
    () => atom<TLUserPreferences>('preferences', { ...defaultUserPreferences, id: 'reader', locale: 'en' }),
    [],
  )
  const user = useMemo(
    () => createTLUser({ userPreferences: preferences, setUserPreferences: () => {} }),
    [preferences],
  )
  useEffect(() => {
    preferences.update((current) => ({ ...current, colorScheme: theme }))
  }, [preferences, theme])

  const onMount = useCallback(
    (editor: Editor) => {
      editor.updateInstanceState({ isReadonly: true })
      const drawing = editor.getCurrentPageBounds()
      // All of it, but nothing larger than it was drawn.
      if (drawing) editor.zoomToBounds(drawing, { targetZoom: 1, immediate: true })
      onShown?.({ lookAt: (evidence) => lookAt(editor, evidence) })
      return () => onShown?.(null)
    },
    [onShown],
  )

  return (
    <section className={styles.board} aria-label="Board">
      {opened && !opened.store ? <BoardCrash /> : null}
      {opened?.store ? (
        <Canvas use="read" store={opened.store} user={user} takesKeyboard={false} onMount={onMount} />
      ) : null}
    </section>
  )
}

interface OpenSnapshot {
  /** Null where the snapshot is not sound. */
  readonly store: TLStore | null
  close(): void
}

function openSnapshot({ snapshot, roundId, api }: Omit<ReadOnlyBoardProps, 'onShown'>): OpenSnapshot {
  const images = createImageAssets({ api, roundId })
  const close = () => images.close()
  try {
    return { store: createSnapshotStore(snapshot, images), close }
  } catch {
    return { store: null, close }
  }
}
