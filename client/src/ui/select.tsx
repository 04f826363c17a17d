import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly name: string
}

export interface SelectProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly SelectOption<Value>[]
  readonly onChange: (value: Value) => void
  readonly className?: string | undefined
}

/** One of several, in the platform's own list: it works with every keyboard and on every phone. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, options, onChange, className } = props
  const id = useId()
  return (
    <span className={classNames(styles.selectBox, className)}>
      <label htmlFor={id}>
        <VisuallyHidden>{label}</VisuallyHidden>
      </label>
      <select
        id={id}
        className={classNames(styles.input, styles.select)}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      <ChevronDown className={styles.chevron} size={14} aria-hidden />
    </span>
  )
}
