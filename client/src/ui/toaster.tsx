import { X } from 'lucide-react'
import { Toast as Radix } from 'radix-ui'
import { useStore } from 'zustand'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import styles from './toaster.module.css'
import { removeToast, toasts, type Toast } from './toasts.ts'

/** Long enough to read; a failure, or something that can be undone, stays longer. */
const SHORT_MS = 5000
const LONG_MS = 12_000

/** Shows the toasts. Once, at the root. F8 moves the keyboard to them. */
export function Toaster() {
  const shown = useStore(toasts)
  return (
    <Radix.Provider swipeDirection="up" label="Message">
      {shown.map((toast) => (
        <ToastRow key={toast.id} toast={toast} />
      ))}
      <Radix.Viewport className={styles.viewport} label="Messages ({hotkey})" />
    </Radix.Provider>
  )
}

function ToastRow({ toast }: { readonly toast: Toast }) {
  const { id, tone, title, detail, action } = toast
  return (
    <Radix.Root
      className={classNames(styles.toast, tone === 'bad' && styles.bad)}
      type={tone === 'bad' ? 'foreground' : 'background'}
      duration={tone === 'bad' || action ? LONG_MS : SHORT_MS}
      onOpenChange={(open) => {
        if (!open) removeToast(id)
      }}
    >
      <div className={styles.body}>
        <Radix.Title className={styles.title}>{title}</Radix.Title>
        {detail ? <Radix.Description className={styles.detail}>{detail}</Radix.Description> : null}
      </div>
      {action ? (
        <Radix.Action asChild altText={action.name}>
          <Button size="small" onClick={action.run}>
            {action.name}
          </Button>
        </Radix.Action>
      ) : null}
      <Radix.Close asChild>
        <IconButton label="Dismiss" size="small">
          <X size={14} aria-hidden />
        </IconButton>
      </Radix.Close>
    </Radix.Root>
  )
}
