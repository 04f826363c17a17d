import { LayoutGrid, ListTree, Shapes } from 'lucide-react'
import { useCallback, useRef, useState, type ReactNode } from 'react'
import { useEditor, useValue } from 'tldraw'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './dock.module.css'
import { keptDockTab, keepDockTab, type DockTab } from './kept-tab.ts'
import { Outline } from './outline.tsx'
import { Palette } from './palette.tsx'
import { tidyWhatIsMeant, TIDY_LABEL } from '../tidy/tidy-command.ts'
import { useOwnKeys } from '../use-own-keys.ts'

export interface DockProps {
  readonly storage: Storage
  /** Further buttons of the rail. */
  readonly extra?: ReactNode
}

/**
 * What stands at the board's left edge: the palette to drag pieces from, and the outline to read the board as text. It
 * leaves tldraw's own corners free.
 */
export function Dock({ storage, extra }: DockProps) {
  const editor = useEditor()
  const readonly = useValue('readonly', () => editor.getIsReadonly(), [editor])
  const [tab, setTab] = useState<DockTab>(() => keptDockTab(storage))
  const shown = readonly && tab === 'palette' ? 'closed' : tab
  const toggle = (pressed: DockTab) => {
    const next = shown === pressed ? 'closed' : pressed
    keepDockTab(storage, next)
    setTab(next)
  }
  const close = useCallback(() => {
    keepDockTab(storage, 'closed')
    setTab('closed')
    editor.getContainer().focus()
  }, [editor, storage])
  return (
    <div className={styles.dock}>
      <nav className={styles.rail} data-takes="rail" aria-label="Board panels">
        {readonly ? null : (
          <IconButton label="Components" aria-pressed={shown === 'palette'} onClick={() => toggle('palette')}>
            <Shapes size={18} aria-hidden />
          </IconButton>
        )}
        <IconButton label="Outline" aria-pressed={shown === 'outline'} onClick={() => toggle('outline')}>
          <ListTree size={18} aria-hidden />
        </IconButton>
        {readonly ? null : (
          <IconButton label={TIDY_LABEL} keys="Shift+T" onClick={() => tidyWhatIsMeant(editor)}>
            <LayoutGrid size={18} aria-hidden />
          </IconButton>
        )}
        {extra}
      </nav>
      {shown === 'palette' ? (
        <DockPanel title="Components" onClose={close}>
          <Palette />
        </DockPanel>
      ) : null}
      {shown === 'outline' ? (
        <DockPanel title="Outline" onClose={close}>
          <Outline />
        </DockPanel>
      ) : null}
    </div>
  )
}

interface DockPanelProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

function DockPanel({ title, onClose, children }: DockPanelProps) {
  const panel = useRef<HTMLElement>(null)
  useOwnKeys(
    panel,
    useCallback(
      ({ key }) => {
        if (key === 'Escape') onClose()
        return key === 'Escape'
      },
      [onClose],
    ),
  )
  return (
    <section ref={panel} className={styles.panel} data-takes="panel" aria-label={title}>
      {children}
    </section>
  )
}
