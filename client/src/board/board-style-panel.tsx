import { COMPONENT, type ComponentShape } from '@drawbar/shared/board/shapes/component-shape.ts'
import { ZONE, ZONE_KINDS, type ZoneShape } from '@drawbar/shared/board/shapes/zone-shape.ts'
import { useCallback, useRef, type ReactNode } from 'react'
import {
  DefaultStylePanel,
  DefaultStylePanelContent,
  useEditor,
  useRelevantStyles,
  useValue,
  type Editor,
  type TLArrowShape,
  type TLShape,
  type TLUiStylePanelProps,
} from 'tldraw'
import { ConnectorSettings } from './connectors/connector-settings.tsx'
import { openPicker } from './picker/open-picker.ts'
import { isPlainBox } from './picker/pieces-on-board.ts'
import { ComponentSettings } from './shapes/component/component-settings.tsx'
import styles from './shapes/settings.module.css'
import { useOwnKeys } from './use-own-keys.ts'
import { ZONE_LOOKS } from './shapes/zone/zone-looks.ts'

/** tldraw's style panel, and below it what the selected pieces of a system have besides. */
export function BoardStylePanel(props: TLUiStylePanelProps) {
  const relevant = useRelevantStyles()
  return (
    <DefaultStylePanel {...props}>
      <DefaultStylePanelContent styles={relevant} />
      <PieceSettings />
    </DefaultStylePanel>
  )
}

function PieceSettings() {
  const editor = useEditor()
  const selected = useValue('selected shapes', () => editor.getSelectedShapes(), [editor])
  const settings = settingsOf(editor, selected)
  return settings === null ? null : <KeepsSelection>{settings}</KeepsSelection>
}

/** Escape in a field gives the keyboard back to the canvas; by itself tldraw would let go of what is selected. */
function KeepsSelection({ children }: { readonly children: ReactNode }) {
  const editor = useEditor()
  const settings = useRef<HTMLDivElement>(null)
  useOwnKeys(
    settings,
    useCallback(
      ({ key, isComposing }) => {
        if (key !== 'Escape' || isComposing) return false
        editor.getContainer().focus()
        return true
      },
      [editor],
    ),
  )
  return <div ref={settings}>{children}</div>
}

function settingsOf(editor: Editor, selected: readonly TLShape[]): ReactNode {
  if (selected.length === 0) return null
  const components = selected.filter((shape): shape is ComponentShape =>
    editor.isShapeOfType<ComponentShape>(shape, COMPONENT),
  )
  if (components.length === selected.length) return <ComponentSettings editor={editor} shapes={components} />
  const arrows = selected.filter((shape): shape is TLArrowShape =>
    editor.isShapeOfType<TLArrowShape>(shape, 'arrow'),
  )
  if (arrows.length === selected.length) return <ConnectorSettings arrows={arrows} />
  const zones = selected.filter((shape): shape is ZoneShape => editor.isShapeOfType<ZoneShape>(shape, ZONE))
  if (zones.length === selected.length) return <ZoneSettings zones={zones} />
  if (selected.every((shape) => isPlainBox(editor, shape))) return <TurnInto />
  return null
}

function ZoneSettings({ zones }: { readonly zones: readonly ZoneShape[] }) {
  const editor = useEditor()
  const kinds = new Set(zones.map(({ props }) => props.kind))
  const [only = 'region'] = kinds
  const value = kinds.size > 1 ? 'mixed' : only
  return (
    <fieldset className={styles.settings} aria-label="Zone">
      <label className={styles.field}>
        <span className={styles.label}>Zone</span>
        <select
          className={styles.control}
          value={value}
          onChange={({ currentTarget: { value: kind } }) => {
            editor.markHistoryStoppingPoint('zone kind')
            editor.updateShapes<ZoneShape>(zones.map(({ id }) => ({ id, type: ZONE, props: { kind } })))
          }}
        >
          {ZONE_KINDS.some((kind) => kind === value) ? null : <option value={value}>{value}</option>}
          {ZONE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {ZONE_LOOKS[kind].title}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  )
}

function TurnInto() {
  const editor = useEditor()
  return (
    <div className={styles.settings}>
      <button type="button" className={styles.action} onClick={() => openPicker(editor)}>
        Turn into…
      </button>
    </div>
  )
}
