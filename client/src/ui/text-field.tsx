import { useId, type ComponentPropsWithRef } from 'react'
import styles from './field.module.css'

export interface TextFieldProps extends ComponentPropsWithRef<'input'> {
  readonly label: string
  readonly hint?: string
  /** What is wrong with what was typed; null while nothing is. */
  readonly error?: string | null
}

export function TextField({ label, hint, error, id, ...rest }: TextFieldProps) {
  const ownId = useId()
  const inputId = id ?? ownId
  const about = error ? `${inputId}-error` : hint ? `${inputId}-hint` : undefined
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={inputId}>
        {label}
      </label>
      <input
        {...rest}
        id={inputId}
        className={styles.input}
        aria-invalid={error ? true : undefined}
        aria-describedby={about}
      />
      {error ? (
        <p className={styles.error} id={`${inputId}-error`} role="alert">
          {error}
        </p>
      ) : hint ? (
        <p className={styles.hint} id={`${inputId}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
