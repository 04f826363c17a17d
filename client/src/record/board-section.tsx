import type { SessionRecord } from '@drawbar/shared/record/record.ts'
import { PenLine } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { ShownBoard } from '../board/read-only-board.tsx'
import type { ParticipantApi } from '../session/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Spinner } from '../ui/spinner.tsx'
import styles from './record-page.module.css'
import type { Look } from './record-view.tsx'

const ReadOnlyBoard = lazy(() =>
  import('../board/read-only-board.tsx').then((module) => ({ default: module.ReadOnlyBoard })),
)

/** The board as it was at the end, to look around in. */
export function BoardSection(props: {
  readonly api: ParticipantApi
  readonly record: SessionRecord
  readonly look: Look | null
}) {
  const { api, record, look } = props
  const [shown, setShown] = useState<ShownBoard | null>(null)

  useEffect(() => {
    if (look) shown?.lookAt(look.evidence)
  }, [look, shown])

  return (
    <section id="record-board" className={styles.board} aria-label="The board at the end of the interview">
      {hasDrawing(record) ? (
        <Suspense fallback={<Opening />}>
          <ReadOnlyBoard snapshot={record.board} roundId={record.roundId} api={api} onShown={setShown} />
        </Suspense>
      ) : (
        <div className={styles.boardEmpty}>
          <EmptyState icon={PenLine} title="Nothing was drawn">
            The board was empty when the interview ended.
          </EmptyState>
        </div>
      )}
    </section>
  )
}

function Opening() {
  return (
    <output className={styles.boardEmpty}>
      <Spinner /> Opening the board…
    </output>
  )
}

function hasDrawing({ board }: SessionRecord): boolean {
  return Object.values(board.store).some(({ typeName }) => typeName === 'shape')
}
