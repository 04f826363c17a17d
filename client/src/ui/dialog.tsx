import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'

export interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly description?: ReactNode
  readonly width?: 'narrow' | 'medium' | 'wide'
  /** Buttons at its foot, the main one last. */
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** A modal dialog: focus stays inside, Escape closes it, focus returns to what opened it. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, width = 'medium', actions, children } = props
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Radix.Content
          className={classNames(styles.dialog, width !== 'medium' && styles[width])}
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={focusItself}
          onKeyDown={({ key, defaultPrevented }) => {
            // Radix gives Escape to the newest layer alone, and a message that comes later is one. Whatever else takes it
            // prevents its default.
            if (key === 'Escape' && !defaultPrevented) onOpenChange(false)
          }}
        >
          <div className={styles.head}>
            <div className={styles.headings}>
              <Radix.Title className={styles.title}>{title}</Radix.Title>
              {description ? (
                <Radix.Description className={styles.description}>{description}</Radix.Description>
              ) : null}
            </div>
            <Radix.Close asChild>
              <Button look="quiet" size="small" aria-label="Close">
                <X size={16} aria-hidden />
              </Button>
            </Radix.Close>
          </div>
          <div className={styles.body}>{children}</div>
          {actions ? <div className={styles.foot}>{actions}</div> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Not its first button: that one would show its tooltip, which takes the first Escape for itself. */
function focusItself(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return
  event.preventDefault()
  event.currentTarget.focus()
}
