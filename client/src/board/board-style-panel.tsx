import { COMPONENT, type ComponentShape } from '@drawbar/shared/board/shapes/component-shape.ts'
import { ZONE, type ZoneShape } from '@drawbar/shared/board/shapes/zone-shape.ts'
import { Lock } from 'lucide-react'
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
import { isLocked, unlock } from './locks.ts'
import { ConnectorSettings } from './connectors/connector-settings.tsx'
import { openPicker } from './picker/open-picker.ts'
import { isPlainBox } from './picker/pieces-on-board.ts'
import { ComponentSettings } from './shapes/component/component-settings.tsx'
import styles from './shapes/settings.module.css'
import { ZoneSettings } from './shapes/zone/zone-settings.tsx'
import { useOwnKeys } from './use-own-keys.ts'

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
  const locked = useValue(
    'locked shapes',
    () => editor.getSelectedShapes().filter((shape) => isLocked(editor, shape)),
    [editor],
  )
  const settings = settingsOf(editor, selected, locked.length > 0)
  if (settings === null) return null
  return (
    <KeepsSelection>
      {locked.length > 0 ? <LockedNote editor={editor} locked={locked} of={selected.length} /> : null}
      {settings}
    </KeepsSelection>
  )
}

interface LockedNoteProps {
  readonly editor: Editor
  readonly locked: readonly TLShape[]
  /** How many shapes are selected. */
  readonly of: number
}

function LockedNote({ editor, locked, of }: LockedNoteProps) {
  return (
    <div className={styles.locked}>
      <p className={styles.lockedWords}>
        <Lock size={14} aria-hidden />
        {locked.length === of ? 'Locked' : `${locked.length} of ${of} locked`}
      </p>
      <button type="button" className={styles.action} onClick={() => unlock(editor, locked)}>
        Unlock
      </button>
    </div>
  )
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

function settingsOf(editor: Editor, selected: readonly TLShape[], disabled: boolean): ReactNode {
  if (selected.length === 0) return null
  const components = selected.filter((shape): shape is ComponentShape =>
    editor.isShapeOfType<ComponentShape>(shape, COMPONENT),
  )
  if (components.length === selected.length)
    return <ComponentSettings editor={editor} shapes={components} disabled={disabled} />
  const arrows = selected.filter((shape): shape is TLArrowShape =>
    editor.isShapeOfType<TLArrowShape>(shape, 'arrow'),
  )
  if (arrows.length === selected.length)
    return <ConnectorSettings editor={editor} arrows={arrows} disabled={disabled} />
  const zones = selected.filter((shape): shape is ZoneShape => editor.isShapeOfType<ZoneShape>(shape, ZONE))
  if (zones.length === selected.length)
    return <ZoneSettings editor={editor} zones={zones} disabled={disabled} />
  if (selected.every((shape) => isPlainBox(editor, shape)))
    return <TurnInto editor={editor} disabled={disabled} />
  return null
}

function TurnInto({ editor, disabled }: { readonly editor: Editor; readonly disabled: boolean }) {
  return (
    <div className={styles.settings}>
      <button type="button" className={styles.action} disabled={disabled} onClick={() => openPicker(editor)}>
        Turn into…
      </button>
    </div>
  )
}
