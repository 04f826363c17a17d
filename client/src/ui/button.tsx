import type { ComponentPropsWithRef, MouseEvent } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'
import { Tooltip } from './tooltip.tsx'

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'> {
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly size?: 'medium' | 'small'
  readonly wide?: boolean
  /** Why it cannot be pressed now. It stays reachable, and says so. */
  readonly blocked?: string | null
  /** Being carried out: pressing again does nothing. */
  readonly busy?: boolean
}

/** A button. One that cannot be used says why instead of going away. */
export function Button(props: ButtonProps) {
  const { look = 'secondary', size = 'medium', wide, blocked, busy, className, onClick, ...rest } = props
  const stopped = Boolean(blocked) || busy === true
  const button = (
    <button
      type="button"
      {...rest}
      aria-disabled={stopped || undefined}
      aria-busy={busy === true || undefined}
      className={classNames(
        styles.button,
        styles[look],
        size === 'small' && styles.small,
        wide && styles.wide,
        className,
      )}
      onClick={stopped ? swallow : onClick}
    />
  )
  return blocked ? <Tooltip text={blocked}>{button}</Tooltip> : button
}

// `disabled` would take the button out of the tab order, and with it the reason why.
function swallow(event: MouseEvent): void {
  event.preventDefault()
  event.stopPropagation()
}
