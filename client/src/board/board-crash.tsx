import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import styles from './board.module.css'

/** In place of a canvas that cannot go on: what happened, what is safe, what to do. */
export function BoardCrash() {
  return (
    <div className={styles.message}>
      <Notice
        tone="bad"
        title="The canvas stopped working on this page."
        actions={
          <Button look="primary" onClick={() => window.location.reload()}>
            Reload the page
          </Button>
        }
      >
        What was saved is safe on the server, and edits that were waiting are kept in this browser. The others
        in the room are not affected.
      </Notice>
    </div>
  )
}
