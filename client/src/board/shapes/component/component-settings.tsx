import {
  MAX_COUNT,
  type ComponentProps,
  type ComponentShape,
} from '@drawbar/shared/board/shapes/component-shape.ts'
import {
  COMPONENT_GROUPS,
  COMPONENT_KINDS,
  kindOf,
  titleOf,
} from '@drawbar/shared/components/component-kinds.ts'
import { Minus, Plus } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { Editor } from 'tldraw'
import { asLine } from './as-line.ts'
import styles from '../settings.module.css'
import { countFrom, MIXED, sharedValue } from './shared-value.ts'

export interface ComponentSettingsProps {
  readonly editor: Editor
  /** The selected components, at least one. */
  readonly shapes: readonly ComponentShape[]
  readonly disabled: boolean
}

type Change = Partial<Omit<ComponentProps, 'w' | 'h' | 'color'>>

/** What is set on components besides their looks. Stands in tldraw's style panel, so it is narrow. */
export function ComponentSettings({ editor, shapes, disabled }: ComponentSettingsProps) {
  const ids = shapes.map(({ id }) => id).join()

  function begin() {
    editor.markHistoryStoppingPoint('component settings')
  }

  function write(change: (shape: ComponentShape) => Change) {
    editor.updateShapes<ComponentShape>(
      shapes.map((shape) => ({ id: shape.id, type: shape.type, props: change(shape) })),
    )
  }

  // What is half typed belongs to these components: with others selected every field begins anew.
  return (
    <fieldset key={ids} className={styles.settings} aria-label="Component" disabled={disabled}>
      <KindField
        kind={sharedValue(shapes, 'kind')}
        onChange={(kind) => {
          begin()
          write(() => ({ kind }))
        }}
      />
      <TechnologyField
        technology={sharedValue(shapes, 'technology')}
        known={technologiesOf(shapes)}
        onBegin={begin}
        onChange={(technology) => write(() => ({ technology }))}
      />
      <CountField
        label="Replicas"
        least={1}
        count={sharedValue(shapes, 'replicas')}
        onBegin={begin}
        onChange={(replicas) => write(() => ({ replicas }))}
        onStep={(by) => write(({ props }) => ({ replicas: within(props.replicas + by, 1) }))}
      />
      <CountField
        label="Shards"
        least={0}
        count={sharedValue(shapes, 'shards')}
        onBegin={begin}
        onChange={(shards) => write(() => ({ shards }))}
        onStep={(by) => write(({ props }) => ({ shards: within(props.shards + by, 0) }))}
      />
      <FailedField
        failed={sharedValue(shapes, 'failed')}
        onChange={(failed) => {
          begin()
          write(() => ({ failed }))
        }}
      />
    </fieldset>
  )
}

function within(count: number, least: number): number {
  return Math.min(Math.max(count, least), MAX_COUNT)
}

function technologiesOf(shapes: readonly ComponentShape[]): readonly string[] {
  const kinds = [...new Set(shapes.map(({ props }) => props.kind))]
  return [...new Set(kinds.flatMap((kind) => kindOf(kind)?.technologies ?? []))]
}

interface KindFieldProps {
  readonly kind: string | typeof MIXED | undefined
  readonly onChange: (kind: string) => void
}

function KindField({ kind, onChange }: KindFieldProps) {
  const id = useId()
  const isKnown = typeof kind === 'string' && kindOf(kind) !== undefined
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        Kind
      </label>
      <select
        id={id}
        className={styles.control}
        value={typeof kind === 'string' ? kind : ''}
        onChange={(event) => onChange(event.target.value)}
      >
        {kind === MIXED ? (
          <option value="" disabled>
            Mixed
          </option>
        ) : null}
        {typeof kind === 'string' && !isKnown ? <option value={kind}>{titleOf(kind)}</option> : null}
        {COMPONENT_GROUPS.map(({ group, title }) => (
          <optgroup key={group} label={title}>
            {COMPONENT_KINDS.filter((each) => each.group === group).map((each) => (
              <option key={each.kind} value={each.kind}>
                {each.title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}

interface TechnologyFieldProps {
  readonly technology: string | typeof MIXED | undefined
  /** What is suggested. */
  readonly known: readonly string[]
  /** Before the first change since the field got the keyboard. */
  readonly onBegin: () => void
  readonly onChange: (technology: string) => void
}

function TechnologyField({ technology, known, onBegin, onChange }: TechnologyFieldProps) {
  const id = useId()
  const beginOnce = useBeginOnce(onBegin)
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        Technology
      </label>
      <input
        id={id}
        className={styles.control}
        list={`${id}-known`}
        autoComplete="off"
        spellCheck={false}
        placeholder={technology === MIXED ? 'Mixed' : undefined}
        value={typeof technology === 'string' ? technology : ''}
        onFocus={beginOnce.again}
        onChange={(event) => {
          beginOnce.begin()
          onChange(asLine(event.target.value))
        }}
      />
      <datalist id={`${id}-known`}>
        {known.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
    </div>
  )
}

interface CountFieldProps {
  readonly label: string
  readonly least: number
  readonly count: number | typeof MIXED | undefined
  readonly onBegin: () => void
  readonly onChange: (count: number) => void
  /** One more or one fewer of each component's own count. */
  readonly onStep: (by: 1 | -1) => void
}

function CountField({ label, least, count, onBegin, onChange, onStep }: CountFieldProps) {
  const id = useId()
  const beginOnce = useBeginOnce(onBegin)
  // What is typed and is no count yet; null while the field shows what is set.
  const [draft, setDraft] = useState<string | null>(null)
  const isWrong = draft !== null && countFrom(draft, least, MAX_COUNT) === null
  const name = label.toLowerCase()

  function step(by: 1 | -1) {
    onBegin()
    setDraft(null)
    onStep(by)
  }

  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.count}>
        <button
          type="button"
          className={styles.step}
          aria-label={`Fewer ${name}`}
          aria-disabled={count === least}
          onClick={() => (count === least ? undefined : step(-1))}
        >
          <Minus size={14} aria-hidden />
        </button>
        <input
          id={id}
          className={styles.control}
          inputMode="numeric"
          autoComplete="off"
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          placeholder={count === MIXED ? 'Mixed' : undefined}
          value={draft ?? (typeof count === 'number' ? String(count) : '')}
          onFocus={beginOnce.again}
          onBlur={() => setDraft(null)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
            event.preventDefault()
            step(event.key === 'ArrowUp' ? 1 : -1)
          }}
          onChange={(event) => {
            setDraft(event.target.value)
            const typed = countFrom(event.target.value, least, MAX_COUNT)
            if (typed === null) return
            beginOnce.begin()
            onChange(typed)
          }}
        />
        <button type="button" className={styles.step} aria-label={`More ${name}`} onClick={() => step(1)}>
          <Plus size={14} aria-hidden />
        </button>
      </div>
      {isWrong ? (
        <p id={`${id}-wrong`} className={styles.error} role="alert">
          A number from {least} to {MAX_COUNT.toLocaleString('en')}
        </p>
      ) : null}
    </div>
  )
}

interface FailedFieldProps {
  readonly failed: boolean | typeof MIXED | undefined
  readonly onChange: (failed: boolean) => void
}

function FailedField({ failed, onChange }: FailedFieldProps) {
  return (
    <label className={styles.check}>
      <input
        ref={(input) => {
          if (input) input.indeterminate = failed === MIXED
        }}
        type="checkbox"
        checked={failed === true}
        onChange={(event) => onChange(event.target.checked)}
      />
      Failed{failed === MIXED ? ' (mixed)' : ''}
    </label>
  )
}

/** Makes what is typed between two visits to a field one step to undo. */
function useBeginOnce(onBegin: () => void) {
  const hasBegun = useRef(false)
  return {
    again: () => {
      hasBegun.current = false
    },
    begin: () => {
      if (!hasBegun.current) onBegin()
      hasBegun.current = true
    },
  }
}
