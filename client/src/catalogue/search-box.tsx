import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Kbd } from '../ui/kbd.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './search-box.module.css'

export interface SearchBoxProps {
  readonly value: string
  readonly onChange: (text: string) => void
  /** The down arrow: into the results. */
  readonly onDown: () => void
}

/** `/` comes here from anywhere on the page, Escape empties it. */
export function SearchBox({ value, onChange, onDown }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    function focusOnSlash(event: KeyboardEvent): void {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      event.preventDefault()
      input.current?.select()
    }
    document.addEventListener('keydown', focusOnSlash)
    return () => document.removeEventListener('keydown', focusOnSlash)
  }, [])

  return (
    <label className={styles.search}>
      <VisuallyHidden>Search the questions</VisuallyHidden>
      <Search className={styles.searchIcon} size={14} aria-hidden />
      <input
        ref={input}
        className={styles.input}
        type="search"
        placeholder="Search questions"
        autoComplete="off"
        spellCheck={false}
        aria-keyshortcuts="/"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onChange('')
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          onDown()
        }}
      />
      {value === '' ? (
        <span className={styles.slash} aria-hidden>
          <Kbd keys="/" />
        </span>
      ) : null}
    </label>
  )
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('textarea, select, input:not([type=radio])')
}
