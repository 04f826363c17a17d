import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useEditor } from 'tldraw'
import { useOwnKeys } from '../use-own-keys.ts'
import styles from '../shapes/settings.module.css'

export interface LabelFieldProps {
  readonly name: string
  readonly value: string
  readonly placeholder?: string
  readonly list?: string
  /** What is wrong with a text; null: nothing. */
  readonly check?: (text: string) => string | null
  readonly onDone: (text: string) => void
}

/**
 * One line of text that counts when it is left, also by what takes the field off the screen, such as a click on the
 * empty canvas. What is wrong stays in the field as long as that is there.
 */
export function LabelField({ name, value, placeholder, list, check = () => null, onDone }: LabelFieldProps) {
  const editor = useEditor()
  const errorId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? value
  const error = check(text)
  const left = useRef({ draft, onDone })
  useLayoutEffect(() => {
    left.current = { draft, onDone }
  })
  const finish = () => {
    if (error !== null) return
    if (draft !== null) onDone(draft.trim())
    setDraft(null)
  }
  useEffect(
    () => () => {
      const { draft: typed, onDone: write } = left.current
      if (typed !== null) write(typed.trim())
    },
    [],
  )
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    if (event.key === 'Enter') editor.getContainer().focus()
  }
  useOwnKeys(
    input,
    useCallback(
      ({ key, isComposing }) => {
        if (key !== 'Escape' || isComposing) return false
        // Before the field is left, which writes what is in it.
        flushSync(() => setDraft(null))
        editor.getContainer().focus()
        return true
      },
      [editor],
    ),
  )
  return (
    <label className={styles.field}>
      <span className={styles.label}>{name}</span>
      <input
        ref={input}
        className={styles.control}
        value={text}
        list={list}
        placeholder={placeholder}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        onChange={({ currentTarget }) => setDraft(currentTarget.value)}
        onBlur={finish}
        onKeyDown={onKeyDown}
      />
      {error === null ? null : (
        <span id={errorId} className={styles.error} role="alert">
          {error}
        </span>
      )}
    </label>
  )
}
