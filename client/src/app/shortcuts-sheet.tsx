import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { shortcutGroups } from './shortcuts.ts'
import styles from './shortcuts-sheet.module.css'

export interface ShortcutsSheetProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly interviewer: boolean
  readonly tabs: readonly string[]
}

/** Every key there is. */
export function ShortcutsSheet({ open, onOpenChange, interviewer, tabs }: ShortcutsSheetProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts" width="wide">
      <div className={styles.groups}>
        {shortcutGroups({ interviewer, tabs }).map(({ title, note, shortcuts }) => (
          <section key={title} className={styles.group}>
            <h3 className={styles.title}>{title}</h3>
            {note ? <p className={styles.note}>{note}</p> : null}
            <dl className={styles.list}>
              {shortcuts.map(({ keys, does }) => (
                <div key={keys} className={styles.row}>
                  <dt>{does}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
