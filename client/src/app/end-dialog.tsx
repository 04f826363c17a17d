import { useSession, useSessionState } from '../session/use-session.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import styles from './end-dialog.module.css'

export interface EndDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Asks before the round is sealed: nothing opens it again. */
export function EndDialog({ open, onOpenChange }: EndDialogProps) {
  const session = useSession()
  const live = useSessionState((state) => state.interview.state === 'live')
  const waiting = useSessionState((state) => state.save.waiting)
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title="End the interview?"
      action="End interview"
      onConfirm={async () => (await session.send({ type: 'seal-round' })).ok}
    >
      <ul className={styles.list}>
        <li>The board is frozen for everyone, for good.</li>
        <li>
          Everyone goes to the record: the board, the timeline, and for you the checklist and all notes.
        </li>
        <li>The candidate’s copy shows nothing of yours until you choose what to share.</li>
        {live ? (
          <li>There is no debrief on the board afterwards. Start the debrief first if you want one.</li>
        ) : null}
      </ul>
      {waiting > 0 ? (
        <div className={styles.waiting}>
          <Notice tone="partly" title="Not everything is saved yet">
            Wait until the page says “Saved”, or what is on its way will be missing from the record.
          </Notice>
        </div>
      ) : null}
    </ConfirmDialog>
  )
}
