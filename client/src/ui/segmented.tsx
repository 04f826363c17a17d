import { useId } from 'react'
import styles from './segmented.module.css'

export interface SegmentedOption<Value extends string | number> {
  readonly value: Value
  readonly name: string
  readonly disabled?: boolean
}

export interface SegmentedProps<Value extends string | number> {
  readonly label: string
  readonly value: Value
  readonly options: readonly SegmentedOption<Value>[]
  readonly onChange: (value: Value) => void
  /** Why some options cannot be chosen. */
  readonly why?: string | null
}

/** One of a few, side by side. Radio buttons underneath, so the arrow keys choose. */
export function Segmented<Value extends string | number>(props: SegmentedProps<Value>) {
  const { label, value, options, onChange, why } = props
  const id = useId()
  return (
    <fieldset aria-describedby={why ? `${id}-why` : undefined}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.row}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              className={styles.input}
              type="radio"
              name={id}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            {option.name}
          </label>
        ))}
      </div>
      {why ? (
        <p className={styles.why} id={`${id}-why`}>
          {why}
        </p>
      ) : null}
    </fieldset>
  )
}
