import {
  CONNECTOR_KINDS,
  connectorOf,
  type ConnectorKind,
} from '@drawbar/shared/board/shapes/connector-meta.ts'
import { useId } from 'react'
import { useEditor, type Editor, type TLArrowShape } from 'tldraw'
import { setConnector } from './connect.ts'
import { connectorLabelText, isRate, parseConnectorLabel, type ConnectorLabel } from './connector-label.ts'
import { CONNECTOR_LOOKS } from './connector-looks.ts'
import { LabelField } from './label-field.tsx'
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
      <LabelField
        name="Protocol or call"
        value={label.what}
        list={listId}
        onDone={(what) => write(editor, arrow, { what })}
      />
      <datalist id={listId}>
        {(kind === undefined ? [] : CONNECTOR_LOOKS[kind].protocols).map((protocol) => (
          <option key={protocol} value={protocol}>
            {protocol}
          </option>
        ))}
      </datalist>
      <LabelField
        name="Rate"
        value={label.rate}
        placeholder="2k/s"
        check={(rate) => (isRate(rate) ? null : 'A rate is a number per time, such as 2k/s.')}
        // What is no rate gets here only when the field goes; then it is kept as text.
        onDone={(rate) => write(editor, arrow, { rate })}
      />
    </>
  )
}

/** Each text counts when its field is left, in one step to undo. */
function write(editor: Editor, { id }: TLArrowShape, change: Partial<ConnectorLabel>): void {
  const arrow = editor.getShape<TLArrowShape>(id)
  if (arrow === undefined) return
  const text = connectorLabelText({ ...parseConnectorLabel(arrow.props.text), ...change })
  if (text === arrow.props.text) return
  editor.markHistoryStoppingPoint('connector label')
  editor.updateShape<TLArrowShape>({ id, type: 'arrow', props: { text } })
}
