import {
  CONNECTOR_KINDS,
  connectorOf,
  type ConnectorKind,
} from '@drawbar/shared/board/shapes/connector-meta.ts'
import { useCallback, useId, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useEditor, type Editor, type TLArrowShape } from 'tldraw'
import { setConnector } from './connect.ts'
import { connectorLabelText, isRate, parseConnectorLabel, type ConnectorLabel } from './connector-label.ts'
import { CONNECTOR_LOOKS } from './connector-looks.ts'
import { useOwnKeys } from '../use-own-keys.ts'
import styles from '../shapes/settings.module.css'

const PLAIN = 'plain'
const MIXED = 'mixed'

export interface ConnectorSettingsProps {
  readonly editor: Editor
  /** The selected arrows, at least one. */
  readonly arrows: readonly TLArrowShape[]
  readonly disabled: boolean
}

/** What the selected arrows stand for, and what is written on them. */
export function ConnectorSettings({ editor, arrows, disabled }: ConnectorSettingsProps) {
  const kinds = new Set(arrows.map(({ meta }) => connectorOf(meta) ?? PLAIN))
  const [only = PLAIN] = kinds
  const value = kinds.size > 1 ? MIXED : only
  const [arrow] = arrows
  return (
    <fieldset className={styles.settings} aria-label="Connection" disabled={disabled}>
      <label className={styles.field}>
        <span className={styles.label}>Connection</span>
        <select
          className={styles.control}
          value={value}
          onChange={({ currentTarget }) => setConnector(editor, arrows, kindNamed(currentTarget.value))}
        >
          {value === MIXED ? <option value={MIXED}>Mixed</option> : null}
          <option value={PLAIN}>Plain arrow</option>
          {CONNECTOR_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {CONNECTOR_LOOKS[kind].title}
            </option>
          ))}
        </select>
      </label>
      {arrows.length === 1 && arrow !== undefined ? <LabelFields key={arrow.id} arrow={arrow} /> : null}
    </fieldset>
  )
}

function kindNamed(value: string): ConnectorKind | null {
  return CONNECTOR_KINDS.find((kind) => kind === value) ?? null
}

function LabelFields({ arrow }: { readonly arrow: TLArrowShape }) {
  const editor = useEditor()
  const listId = useId()
  const label = parseConnectorLabel(arrow.props.text)
  const kind = connectorOf(arrow.meta)
  return (
    <>
      <Line
        name="Protocol or call"
        value={label.what}
        list={listId}
        onDone={(what) => write(editor, arrow, { ...label, what })}
      />
      <datalist id={listId}>
        {(kind === undefined ? [] : CONNECTOR_LOOKS[kind].protocols).map((protocol) => (
          <option key={protocol} value={protocol}>
            {protocol}
          </option>
        ))}
      </datalist>
      <Line
        name="Rate"
        value={label.rate}
        placeholder="2k/s"
        check={(rate) => (isRate(rate) ? null : 'A rate is a number per time, such as 2k/s.')}
        onDone={(rate) => write(editor, arrow, { ...label, rate })}
      />
    </>
  )
}

interface LineProps {
  readonly name: string
  readonly value: string
  readonly placeholder?: string
  readonly list?: string
  /** What is wrong with a text; null: nothing. */
  readonly check?: (text: string) => string | null
  readonly onDone: (text: string) => void
}

/** One line of text that counts when it is left. */
function Line({ name, value, placeholder, list, check = () => null, onDone }: LineProps) {
  const editor = useEditor()
  const errorId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? value
  const error = check(text)
  const finish = () => {
    if (draft !== null && draft.trim() !== value && error === null) onDone(draft.trim())
    if (error === null) setDraft(null)
  }
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

function write(editor: Editor, { id }: TLArrowShape, label: ConnectorLabel): void {
  editor.markHistoryStoppingPoint('connector label')
  editor.updateShape<TLArrowShape>({ id, type: 'arrow', props: { text: connectorLabelText(label) } })
}
