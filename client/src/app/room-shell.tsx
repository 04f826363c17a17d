import type { Figure } from '@drawbar/shared/question/guide.ts'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { Board } from '../board/board.tsx'
import { Split } from '../panel/split.tsx'
import { publicApi } from '../session/api.ts'
import { useSession, useSessionState } from '../session/use-session.ts'
import { ShareSheet } from '../share/share-sheet.tsx'
import { Button } from '../ui/button.tsx'
import { addToast } from '../ui/toasts.ts'
import { useMediaQuery } from '../ui/use-media-query.ts'
import { EndDialog } from './end-dialog.tsx'
import { RoomBanner } from './room-banner.tsx'
import { RoomPanel } from './room-panel.tsx'
import styles from './room-shell.module.css'
import type { RoomTrouble } from './room-trouble.ts'
import { changePanel, openDialog, openSheet, openTab, roomView } from './room-view.ts'
import { tellOfSession } from './session-toasts.ts'
import { ShortcutsSheet } from './shortcuts-sheet.tsx'
import { shownTab, tabsOf } from './tabs.ts'
import { TopBar } from './top-bar.tsx'
import { useRoomKeys } from './use-room-keys.ts'

/** Below this the panel goes under the board. */
const NARROW = '(max-width: 900px)'

const api = publicApi()

/** The guide's figures, for worksheets. */
async function loadFigures(): Promise<readonly Figure[]> {
  const guide = await api.guide()
  if (!guide.ok) throw new Error('the guide cannot be had')
  return guide.value.figures
}

/** The room on screen: the top bar, the board, the panel, and the dialogs over them. */
export function RoomShell({ trouble }: { readonly trouble: RoomTrouble | null }) {
  const session = useSession()
  const role = useSessionState((state) => state.role)
  const { panel, sheetOpen, dialog } = useStore(roomView)
  const narrow = useMediaQuery(NARROW)
  const open = narrow ? sheetOpen : panel.open
  const aside = useRef<HTMLElement>(null)
  const noteField = useRef<HTMLTextAreaElement>(null)

  const setOpen = useCallback(
    (next: boolean) => (narrow ? openSheet(next) : changePanel({ open: next })),
    [narrow],
  )
  const keys = useRoomKeys({ aside, noteField, open, setOpen })

  const questionView = useMemo(
    () => ({
      inSight: () => open && shownTab(role, roomView.getState().tab) === 'question',
      show() {
        openTab('question')
        setOpen(true)
      },
    }),
    [open, role, setOpen],
  )
  useEffect(() => tellOfSession({ session, tell: addToast, questionView }), [session, questionView])

  return (
    <div className={styles.room}>
      <div className={styles.skip}>
        <Button onClick={keys.toBoard}>Skip to the board</Button>
        <Button onClick={keys.toPanel}>Skip to the panel</Button>
      </div>
      <TopBar narrow={narrow} panelOpen={open} onPanel={() => setOpen(!open)} />
      <div>{trouble ? <RoomBanner trouble={trouble} /> : null}</div>
      <div className={styles.split}>
        <Split
          placement={narrow ? 'below' : 'beside'}
          open={open}
          onOpenChange={setOpen}
          size={narrow ? panel.height : panel.width}
          onResize={(size) => changePanel(narrow ? { height: size } : { width: size })}
          panelName={role === 'interviewer' ? 'Interview panel' : 'Question and notes'}
          panelRef={aside}
          board={<Board session={session} loadFigures={loadFigures} />}
          panel={<RoomPanel noteField={noteField} onLeave={keys.toBoard} />}
        />
      </div>
      {role === 'interviewer' ? (
        <>
          <ShareSheet
            open={dialog === 'share'}
            onOpenChange={(shown) => openDialog(shown ? 'share' : null)}
          />
          <EndDialog open={dialog === 'end'} onOpenChange={(shown) => openDialog(shown ? 'end' : null)} />
        </>
      ) : null}
      <ShortcutsSheet
        open={dialog === 'shortcuts'}
        onOpenChange={(shown) => openDialog(shown ? 'shortcuts' : null)}
        interviewer={role === 'interviewer'}
        tabs={tabsOf(role).map(({ name }) => name)}
      />
    </div>
  )
}
