import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import styles from './room-shell.module.css'
import type { RoomTrouble } from './room-trouble.ts'

/** Trouble that leaves the room on screen. */
export function RoomBanner({ trouble }: { readonly trouble: RoomTrouble }) {
  const session = useSession()
  switch (trouble.kind) {
    case 'lost':
      return null
    case 'reload':
      return (
        <div className={styles.banner}>
          <Notice
            tone="bad"
            title="The board is disconnected"
            actions={
              <Button size="small" look="primary" onClick={() => window.location.reload()}>
                Reload the page
              </Button>
            }
          >
            {trouble.text}
          </Notice>
        </div>
      )
    case 'retry':
      return (
        <div className={styles.banner}>
          <Notice
            tone="partly"
            title="The interview could not be read"
            actions={
              <Button size="small" onClick={() => session.reload()}>
                Try again
              </Button>
            }
          >
            {trouble.failure.message} {trouble.failure.hint} The board is not affected.
          </Notice>
        </div>
      )
  }
}
