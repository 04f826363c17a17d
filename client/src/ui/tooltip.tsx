import { Tooltip as Radix } from 'radix-ui'
import type { ReactElement } from 'react'
import styles from './tooltip.module.css'

export interface TooltipProps {
  readonly text: string
  readonly keys?: string | undefined
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  /** The element it explains; it must take a ref and spread its props. */
  readonly children: ReactElement
}

/** A short explanation on hover and on focus. Needs a `TooltipProvider` above. */
export function Tooltip({ text, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.tip} side={side} sideOffset={6} collisionPadding={8}>
          {text}
          {keys ? <span className={styles.keys}>{keys}</span> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Around the whole app: tooltips after the first come at once. */
export const TooltipProvider = Radix.Provider
