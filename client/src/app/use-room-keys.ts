import { can } from '@drawbar/shared/people/can.ts'
import { currentPhaseId } from '@drawbar/shared/interview/apply-event.ts'
import { useCallback, useEffect, useEffectEvent, type RefObject } from 'react'
import type { Session } from '../session/session.ts'
import { useSession } from '../session/use-session.ts'
import { openDialog, openTab, roomView } from './room-view.ts'
import { shortcutOf, type Focus, type ShortcutAction } from './shortcuts.ts'
import { tabsOf } from './tabs.ts'

const REGIONS = ['board', 'panel', 'bar'] as const
type Region = (typeof REGIONS)[number]

export interface RoomKeysOptions {
  readonly aside: RefObject<HTMLElement | null>
  readonly noteField: RefObject<HTMLTextAreaElement | null>
  readonly open: boolean
  readonly setOpen: (open: boolean) => void
}

/** Listens to the room's shortcuts; returns the ways to the board and to the panel. */
export function useRoomKeys({ aside, noteField, open, setOpen }: RoomKeysOptions) {
  const session = useSession()

  const toBoard = useCallback(() => session.state.getState().board?.focus(), [session])
  const afterOpening = useCallback(
    (focus: () => void) => {
      setOpen(true)
      // The panel takes the focus only once it is no longer hidden.
      requestAnimationFrame(focus)
    },
    [setOpen],
  )
  const toPanel = useCallback(
    () => afterOpening(() => (activeTab(aside.current) ?? aside.current)?.focus()),
    [afterOpening, aside],
  )

  function goTo(region: Region): void {
    if (region === 'board') toBoard()
    else if (region === 'panel') toPanel()
    else document.querySelector<HTMLElement>('[data-region="bar"] :is(a, button)')?.focus()
  }

  function act(action: ShortcutAction): void {
    switch (action.type) {
      case 'note':
        afterOpening(() => noteField.current?.focus())
        return
      case 'sheet':
        openDialog(roomView.getState().dialog === 'shortcuts' ? null : 'shortcuts')
        return
      case 'panel':
        if (open) toBoard()
        setOpen(!open)
        return
      case 'tab': {
        const tab = tabsOf(session.state.getState().role)[action.index]
        if (!tab) return
        openTab(tab.id)
        afterOpening(() => firstIn(aside.current)?.focus())
        return
      }
      case 'clock':
        toggleClock(session)
        return
      case 'next-phase':
        startNextPhase(session)
        return
      case 'region':
        goTo(neighbour(1))
        return
      case 'region-back':
        goTo(neighbour(-1))
    }
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const action = shortcutOf(event, focusOf(event.target))
    if (!action || event.getModifierState('AltGraph')) return
    // A dialog of ours asks for an answer first; the sheet closes with the keys that opened it.
    if (dialogIsOpen() && action.type !== 'sheet') return
    event.preventDefault()
    event.stopPropagation()
    act(action)
  })

  useEffect(() => {
    // Before the canvas hears of it: it takes every letter for a tool.
    const listener = (event: KeyboardEvent): void => onKeyDown(event)
    document.addEventListener('keydown', listener, { capture: true })
    return () => document.removeEventListener('keydown', listener, { capture: true })
  }, [])

  return { toBoard, toPanel }
}

/** Whether a dialog lies over the room. The canvas has some of its own, which do not. */
function dialogIsOpen(): boolean {
  return [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].some(
    (dialog) => !dialog.closest('[data-region]'),
  )
}

function toggleClock(session: Session): void {
  const { role, interview } = session.state.getState()
  const type = interview.clock.runningSince === null ? 'resume-clock' : 'pause-clock'
  if (can(role, type, interview.state).allowed) void session.send({ type })
}

function startNextPhase(session: Session): void {
  const { role, interview, question } = session.state.getState()
  if (!question || !can(role, 'start-phase', interview.state).allowed) return
  const { phases } = question.plan
  const next = phases[phases.findIndex(({ id }) => id === currentPhaseId(interview)) + 1]
  if (next) void session.send({ type: 'start-phase', phaseId: next.id })
}

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement)) return 'elsewhere'
  // In a menu, letters look for its items.
  if (target.isContentEditable || target.matches('input, textarea, select, [role=menu] *, [role=menu]'))
    return 'text'
  return target.closest('[data-region="board"]') ? 'board' : 'elsewhere'
}

function neighbour(by: 1 | -1): Region {
  const now = document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region']
  const at = REGIONS.findIndex((region) => region === now)
  // From nowhere the first press goes to the board, either way round.
  const next = at === -1 ? 0 : (at + by + REGIONS.length) % REGIONS.length
  return REGIONS[next] ?? 'board'
}

function activeTab(panel: HTMLElement | null): HTMLElement | null {
  return panel?.querySelector<HTMLElement>('[role=tab][data-state=active]') ?? null
}

/** What of the open tab takes the focus: in the checklist its item, elsewhere the tab itself. */
function firstIn(panel: HTMLElement | null): HTMLElement | null {
  return (
    panel?.querySelector<HTMLElement>(
      '[role=tabpanel][data-state=active] [data-item] button[tabindex="0"]',
    ) ?? activeTab(panel)
  )
}
