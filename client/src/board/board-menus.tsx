import {
  DefaultMainMenu,
  EditSubmenu,
  ExportFileContentSubMenu,
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
  type TLUiOverrides,
} from 'tldraw'

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
  actions: (_editor, actions) => without(actions, LEFT_OUT_ACTIONS),
  tools: (_editor, tools) => without(tools, LEFT_OUT_TOOLS),
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
        <ExportFileContentSubMenu />
        <TldrawUiMenuActionItem actionId="insert-media" />
      </TldrawUiMenuGroup>
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
