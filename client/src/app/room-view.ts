import { createStore } from 'zustand/vanilla'
import {
  readPanelPreferences,
  writePanelPreferences,
  type PanelPreferences,
} from '../panel/panel-preferences.ts'

export type PanelTabId = 'run' | 'question' | 'follow-ups' | 'checklist' | 'board' | 'notes'
export type RoomDialog = 'share' | 'shortcuts' | 'end'

/** How the room is looked at on this page: nothing of it is known to anyone else. */
export interface RoomView {
  readonly panel: PanelPreferences
  /** The panel below the board, on narrow screens; starts closed. */
  readonly sheetOpen: boolean
  readonly tab: PanelTabId
  readonly dialog: RoomDialog | null
}

export const roomView = createStore<RoomView>(() => ({
  panel: readPanelPreferences(localStorage),
  sheetOpen: false,
  tab: 'run',
  dialog: null,
}))

export function openTab(tab: PanelTabId): void {
  roomView.setState({ tab })
}

export function openDialog(dialog: RoomDialog | null): void {
  roomView.setState({ dialog })
}

export function openSheet(sheetOpen: boolean): void {
  roomView.setState({ sheetOpen })
}

export function changePanel(change: Partial<PanelPreferences>): void {
  const panel = { ...roomView.getState().panel, ...change }
  writePanelPreferences(localStorage, panel)
  roomView.setState({ panel })
}
