import type { Figure } from '@drawbar/shared/question/guide.ts'
import { BookOpen, ListPlus } from 'lucide-react'
import { useContext, useEffect, useRef, useState } from 'react'
import { stopEventPropagation } from 'tldraw'
import { figureRow, findFigures } from './figure-rows.ts'
import { FiguresContext, type LoadFigures } from './figures-context.ts'
import styles from './insert-menu.module.css'
import { PRESETS, presetRows, type PresetRow } from './presets.ts'

export interface InsertMenuProps {
  /** Names that rows have already. */
  readonly names: ReadonlySet<string>
  readonly onInsert: (rows: readonly PresetRow[]) => void
}

/** Rows to begin with, and figures worth knowing. Opens below its buttons; Escape closes it. */
export function InsertMenu({ names, onInsert }: InsertMenuProps) {
  const loadFigures = useContext(FiguresContext)
  const [open, setOpen] = useState<'presets' | 'figures' | null>(null)
  const buttons = useRef<HTMLDivElement>(null)
  const toggle = (part: 'presets' | 'figures') => setOpen(open === part ? null : part)
  useEffect(() => {
    const menu = buttons.current
    if (!menu || open === null) return
    // Closes the list and not the worksheet: tldraw's container hears Escape before React does.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      menu.querySelector<HTMLButtonElement>(`[data-part="${open}"]`)?.focus()
      setOpen(null)
    }
    menu.addEventListener('keydown', onKeyDown)
    return () => menu.removeEventListener('keydown', onKeyDown)
  }, [open])
  return (
    <div ref={buttons} className={styles.menu}>
      <button
        type="button"
        className={styles.button}
        data-part="presets"
        aria-expanded={open === 'presets'}
        onClick={() => toggle('presets')}
      >
        <ListPlus size={14} aria-hidden /> Usual rows
      </button>
      {loadFigures ? (
        <button
          type="button"
          className={styles.button}
          data-part="figures"
          aria-expanded={open === 'figures'}
          onClick={() => toggle('figures')}
        >
          <BookOpen size={14} aria-hidden /> Figures
        </button>
      ) : null}
      {open === 'presets' ? (
        <ul className={styles.list} aria-label="Usual rows" onWheelCapture={stopEventPropagation}>
          {PRESETS.map(({ id, title, rows }) => (
            <li key={id}>
              <button
                type="button"
                className={styles.item}
                onClick={() => {
                  setOpen(null)
                  onInsert(presetRows(id, names))
                }}
              >
                <b>{title}</b>
                <span className={styles.about}>{rows.map(({ name }) => name).join(', ')}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {open === 'figures' && loadFigures ? (
        <FigureList
          load={loadFigures}
          onChoose={(figure) => {
            setOpen(null)
            onInsert([figureRow(figure)])
          }}
        />
      ) : null}
    </div>
  )
}

interface FigureListProps {
  readonly load: LoadFigures
  readonly onChoose: (figure: Figure) => void
}

function FigureList({ load, onChoose }: FigureListProps) {
  const [figures, setFigures] = useState<readonly Figure[] | 'loading' | 'failed'>('loading')
  const [wanted, setWanted] = useState('')
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => {
    search.current?.focus({ preventScroll: true })
    load().then(setFigures, () => setFigures('failed'))
  }, [load])
  const found = typeof figures === 'string' ? [] : findFigures(figures, wanted)
  return (
    <div className={styles.figures} onWheelCapture={stopEventPropagation}>
      <input
        ref={search}
        className={styles.search}
        type="search"
        aria-label="Search the figures"
        placeholder="Search: disk, round trip, cache…"
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
      />
      {figures === 'loading' ? <p className={styles.about}>Loading the figures…</p> : null}
      {figures === 'failed' ? (
        <p className={styles.about}>
          The figures could not be loaded. Your rows are safe.{' '}
          <button
            type="button"
            className={styles.button}
            onClick={() => {
              setFigures('loading')
              load().then(setFigures, () => setFigures('failed'))
            }}
          >
            Try again
          </button>
        </p>
      ) : null}
      {typeof figures !== 'string' && found.length === 0 ? (
        <p className={styles.about}>No figure has these words. Try fewer.</p>
      ) : null}
      <ul className={styles.plain} aria-label="Figures worth knowing">
        {found.map((figure) => (
          <li key={figure.id}>
            <button type="button" className={styles.item} onClick={() => onChoose(figure)}>
              <span>
                {figure.name}:{' '}
                <b>
                  {figure.value} {figure.unit}
                </b>
              </span>
              <span className={styles.about}>{figure.basis}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
