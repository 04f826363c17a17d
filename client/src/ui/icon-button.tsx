import styles from './button.module.css'
import { Button, type ButtonProps } from './button.tsx'
import { classNames } from './class-names.ts'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends ButtonProps {
  /** What it does: its name, and its tooltip. */
  readonly label: string
  /** Shown in the tooltip. */
  readonly keys?: string
}

/** A button that shows only an icon. */
export function IconButton({ label, keys, look = 'quiet', className, ...rest }: IconButtonProps) {
  const button = (
    <Button {...rest} look={look} aria-label={label} className={classNames(styles.icon, className)} />
  )
  return rest.blocked ? (
    button
  ) : (
    <Tooltip text={label} keys={keys}>
      {button}
    </Tooltip>
  )
}
