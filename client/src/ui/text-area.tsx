import type { ComponentPropsWithRef } from 'react'
import { classNames } from './class-names.ts'
import styles from './field.module.css'

export interface TextAreaProps extends ComponentPropsWithRef<'textarea'> {
  /** Its name, for a screen reader. */
  readonly label: string
}

/** A text field of several lines that grows with its text. */
export function TextArea({ label, className, ...rest }: TextAreaProps) {
  return (
    <textarea
      rows={2}
      {...rest}
      aria-label={label}
      className={classNames(styles.input, styles.area, className)}
    />
  )
}
