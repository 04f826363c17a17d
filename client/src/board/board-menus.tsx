import { CONNECTOR_KINDS } from '@drawbar/shared/board/shapes/connector-meta.ts'
import { Shapes } from 'lucide-react'
import {
  ArrowDownToolbarItem,
  ArrowLeftToolbarItem,
  ArrowRightToolbarItem,
  ArrowToolbarItem,
  ArrowUpToolbarItem,
  AssetToolbarItem,
  CheckBoxToolbarItem,
  CloudToolbarItem,
  DefaultContextMenu,
  DefaultContextMenuContent,
  DefaultToolbar,
  DiamondToolbarItem,
  DrawToolbarItem,
  EllipseToolbarItem,
  EraserToolbarItem,
  FrameToolbarItem,
  HandToolbarItem,
  HeartToolbarItem,
  HexagonToolbarItem,
  HighlightToolbarItem,
  LaserToolbarItem,
  LineToolbarItem,
  NoteToolbarItem,
  OvalToolbarItem,
  RectangleToolbarItem,
  RhombusToolbarItem,
  SelectToolbarItem,
  StarToolbarItem,
  TextToolbarItem,
  TriangleToolbarItem,
  XBoxToolbarItem,
  TldrawUiMenuItem,
  TldrawUiMenuToolItem,
  useEditor,
  useValue,
  DefaultMainMenu,
  EditSubmenu,
  TldrawUiMenuActionItem,
  TldrawUiMenuGroup,
  TldrawUiMenuSubmenu,
  ToggleDynamicSizeModeItem,
  ToggleEdgeScrollingItem,
  ToggleGridItem,
  ToggleKeyboardShortcutsItem,
  TogglePasteAtCursorItem,
  ToggleReduceMotionItem,
  ToggleSnapModeItem,
  ToggleToolLockItem,
  ToggleWrapModeItem,
  ViewSubmenu,
  type TLArrowShape,
  type TLUiActionItem,
  type TLUiOverrides,
} from 'tldraw'
import styles from './board.module.css'
import { ExchangeMenu } from './exchange/exchange-menu.tsx'
import { pasteFromMenu } from './exchange/paste-json.ts'
import { planMermaid } from './exchange/plan-mermaid.ts'
import { setConnector } from './connectors/connect.ts'
import { CONNECTOR_LOOKS } from './connectors/connector-looks.ts'
import { isLocked, unlock } from './locks.ts'
import { openPicker } from './picker/open-picker.ts'
import { canBeTurned } from './picker/pieces-on-board.ts'
import { tidyWhatIsMeant, TIDY_LABEL } from './tidy/tidy-command.ts'
import { useMenuStaysAway } from './touch/long-press.ts'

/** What has no place on a board: foreign content, and switches that the page has itself. */
const LEFT_OUT_ACTIONS = [
  'insert-embed',
  'open-embed-link',
  'convert-to-bookmark',
  'convert-to-embed',
  'video-replace',
  'toggle-dark-mode',
  'toggle-debug-mode',
  'toggle-focus-mode',
  'print',
]
const LEFT_OUT_TOOLS = ['embed']

export const BOARD_OVERRIDES: TLUiOverrides = {
  translations: {
    // What a screen reader says of a selected shape.
    en: {
      'tool.card': 'Card',
      'tool.component': 'Component',
      'tool.placeholder': 'Unknown shape',
      'tool.worksheet': 'Worksheet',
      'tool.zone': 'Zone',
    },
  },
  actions(editor, actions, helpers) {
    const { 'open-cursor-chat': chat, paste, ...kept } = without(actions, LEFT_OUT_ACTIONS)
    const tidy: TLUiActionItem = {
      id: 'tidy',
      label: TIDY_LABEL,
      kbd: 'shift+t',
      onSelect: () => tidyWhatIsMeant(editor),
    }
    // The chat's key opens the picker; it stays in the menu.
    return {
      ...kept,
      tidy,
      ...(paste === undefined ? {} : { paste: pasteFromMenu(editor, paste, helpers) }),
      ...(chat === undefined ? {} : { 'open-cursor-chat': { ...chat, kbd: '' } }),
    }
  },
  tools: (editor, tools) => ({
    ...without(tools, LEFT_OUT_TOOLS),
    [PICKER_TOOL]: {
      id: PICKER_TOOL,
      label: 'Add a component',
      icon: <PickerToolIcon />,
      kbd: '/',
      onSelect() {
        // The key that asked for it must not be typed into it.
        editor.timers.requestAnimationFrame(() => openPicker(editor))
      },
    },
  }),
}

const PICKER_TOOL = 'picker'
const EXCHANGE_PORTS = { planMermaid }

function PickerToolIcon() {
  return (
    <div className={styles.toolIcon}>
      <Shapes size={18} aria-hidden />
    </div>
  )
}

/** tldraw's toolbar with the picker behind the pointers: it is what people here reach for most. */
export function BoardToolbar() {
  return (
    <DefaultToolbar>
      <SelectToolbarItem />
      <HandToolbarItem />
      <TldrawUiMenuToolItem toolId={PICKER_TOOL} />
      <DrawToolbarItem />
      <EraserToolbarItem />
      <ArrowToolbarItem />
      <TextToolbarItem />
      <NoteToolbarItem />
      <AssetToolbarItem />
      <RectangleToolbarItem />
      <EllipseToolbarItem />
      <TriangleToolbarItem />
      <DiamondToolbarItem />
      <HexagonToolbarItem />
      <OvalToolbarItem />
      <RhombusToolbarItem />
      <StarToolbarItem />
      <CloudToolbarItem />
      <HeartToolbarItem />
      <XBoxToolbarItem />
      <CheckBoxToolbarItem />
      <ArrowLeftToolbarItem />
      <ArrowUpToolbarItem />
      <ArrowDownToolbarItem />
      <ArrowRightToolbarItem />
      <LineToolbarItem />
      <HighlightToolbarItem />
      <LaserToolbarItem />
      <FrameToolbarItem />
    </DefaultToolbar>
  )
}

/** What is done with what lies under the pointer: tldraw's menu, and ours first. */
export function BoardContextMenu() {
  const editor = useEditor()
  const selected = useValue('selected', () => editor.getSelectedShapes(), [editor])
  const readonly = useValue('readonly', () => editor.getIsReadonly(), [editor])
  const locked = useValue('locked', () => selected.filter((shape) => isLocked(editor, shape)), [
    editor,
    selected,
  ])
  const arrows = selected.filter((shape): shape is TLArrowShape =>
    editor.isShapeOfType<TLArrowShape>(shape, 'arrow'),
  )
  const staysAway = useMenuStaysAway()
  return (
    <DefaultContextMenu disabled={staysAway}>
      {readonly ? null : (
        <TldrawUiMenuGroup id="pieces">
          <TldrawUiMenuItem
            id="pick"
            label={
              canBeTurned(editor, selected)
                ? 'Turn into…'
                : selected.length === 1 && arrows.length === 0
                  ? 'Connect to…'
                  : 'Add here…'
            }
            kbd="/"
            onSelect={() => {
              const at = selected.length === 0 ? editor.inputs.currentPagePoint.toJson() : null
              // The menu gives the keyboard back to the canvas when it closes.
              editor.timers.setTimeout(() => openPicker(editor, at), 50)
            }}
          />
          {arrows.length > 0 && arrows.length === selected.length && locked.length === 0 ? (
            <ConnectorMenu arrows={arrows} />
          ) : null}
          <TldrawUiMenuActionItem actionId="tidy" />
          {locked.length > 0 ? (
            <>
              <TldrawUiMenuItem id="unlock" label="Unlock" onSelect={() => unlock(editor, locked)} />
              <TldrawUiMenuActionItem actionId="unlock-all" />
            </>
          ) : null}
        </TldrawUiMenuGroup>
      )}
      <DefaultContextMenuContent />
    </DefaultContextMenu>
  )
}

function ConnectorMenu({ arrows }: { readonly arrows: readonly TLArrowShape[] }) {
  const editor = useEditor()
  return (
    <TldrawUiMenuSubmenu id="connector" label="Stands for">
      <TldrawUiMenuGroup id="connector-kinds">
        {CONNECTOR_KINDS.map((kind) => (
          <TldrawUiMenuItem
            key={kind}
            id={kind}
            label={CONNECTOR_LOOKS[kind].title}
            onSelect={() => setConnector(editor, arrows, kind)}
          />
        ))}
      </TldrawUiMenuGroup>
      <TldrawUiMenuGroup id="connector-none">
        <TldrawUiMenuItem
          id="plain"
          label="Nothing in particular"
          onSelect={() => setConnector(editor, arrows, null)}
        />
      </TldrawUiMenuGroup>
    </TldrawUiMenuSubmenu>
  )
}

function without<T>(items: Record<string, T>, ids: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(items).filter(([id]) => !ids.includes(id)))
}

/** tldraw's menu without sharing, help, language and theme, which belong to the page. */
export function BoardMainMenu() {
  return (
    <DefaultMainMenu>
      <TldrawUiMenuGroup id="basic">
        <EditSubmenu />
        <ViewSubmenu />
        <TldrawUiMenuActionItem actionId="insert-media" />
      </TldrawUiMenuGroup>
      <ExchangeMenu ports={EXCHANGE_PORTS} />
      <TldrawUiMenuGroup id="preferences">
        <TldrawUiMenuSubmenu id="preferences" label="menu.preferences">
          <TldrawUiMenuGroup id="preferences-actions">
            <ToggleSnapModeItem />
            <ToggleToolLockItem />
            <ToggleGridItem />
            <ToggleWrapModeItem />
            <ToggleEdgeScrollingItem />
            <ToggleReduceMotionItem />
            <ToggleKeyboardShortcutsItem />
            <ToggleDynamicSizeModeItem />
            <TogglePasteAtCursorItem />
          </TldrawUiMenuGroup>
        </TldrawUiMenuSubmenu>
        <TldrawUiMenuActionItem actionId="open-kbd-shortcuts" />
      </TldrawUiMenuGroup>
    </DefaultMainMenu>
  )
}
