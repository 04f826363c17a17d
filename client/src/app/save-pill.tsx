import { useShallow } from 'zustand/react/shallow'
import { useSession, useSessionState } from '../session/use-session.ts'
import { classNames } from '../ui/class-names.ts'
import { Tooltip } from '../ui/tooltip.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { saveMessage } from './save-message.ts'
import styles from './save-pill.module.css'

/** Whether my work is on the server's disk: always on screen. A press connects at once, where that may help. */
export function SavePill() {
  const session = useSession()
  const message = useSessionState(
    useShallow((state) => saveMessage({ ...state, unanswered: state.pendingCommands.length })),
  )
  const { tone, text, detail, retry } = message
  return (
    <>
      <Tooltip text={retry ? `${detail} Press to connect now.` : detail}>
        <button
          type="button"
          className={classNames(styles.pill, styles[tone])}
          data-testid="save-state"
          aria-label={`${text}. ${detail}`}
          onClick={() => {
            if (retry) session.reconnect()
          }}
        >
          <span className={styles.dot} aria-hidden />
          <span className={styles.text}>{text}</span>
        </button>
      </Tooltip>
      <VisuallyHidden>
        {/* Saving and saved come and go with every stroke; only trouble is said aloud. */}
        <output>{tone === 'partly' || tone === 'bad' ? `${text}. ${detail}` : ''}</output>
      </VisuallyHidden>
    </>
  )
}
