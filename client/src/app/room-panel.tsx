import type { Ref } from 'react'
import { useStore } from 'zustand'
import { NoteComposer } from '../notes/note-composer.tsx'
import { NoteList } from '../notes/note-list.tsx'
import { PanelTabs, type PanelTab } from '../panel/panel-tabs.tsx'
import { PresentedView } from '../panel/presented-view.tsx'
import { useSessionState } from '../session/use-session.ts'
import { Spinner } from '../ui/spinner.tsx'
import { useInterviewerTabs } from './interviewer-tabs.tsx'
import styles from './room-panel.module.css'
import { openTab, roomView, type PanelTabId } from './room-view.ts'
import { shownTab } from './tabs.ts'

export interface RoomPanelProps {
  readonly noteField: Ref<HTMLTextAreaElement>
  /** Back to the board. */
  readonly onLeave: () => void
}

/** What the panel shows to this role, and the note field below it all. */
export function RoomPanel({ noteField, onLeave }: RoomPanelProps) {
  const role = useSessionState((state) => state.role)
  const ready = useSessionState((state) => state.loaded && state.question !== null)
  return (
    <div className={styles.panel}>
      {!ready ? (
        <p className={styles.waiting}>
          <Spinner /> Reading the interview…
        </p>
      ) : role === 'interviewer' ? (
        <InterviewerPanel />
      ) : (
        <GuestPanel />
      )}
      <NoteComposer
        ref={noteField}
        placeholder={role === 'interviewer' ? 'Note, for interviewers only' : 'Note, only for you'}
        onLeave={onLeave}
      />
    </div>
  )
}

function InterviewerPanel() {
  return <Tabs tabs={useInterviewerTabs()} />
}

function GuestPanel() {
  return (
    <Tabs
      tabs={[
        { id: 'question', name: 'Question', content: <PresentedView /> },
        {
          id: 'notes',
          name: 'Notes',
          content: (
            <NoteList emptyText="Write one below with N. Only you see your notes; they are in your copy of the record." />
          ),
        },
      ]}
    />
  )
}

function Tabs({ tabs }: { readonly tabs: readonly PanelTab<PanelTabId>[] }) {
  const role = useSessionState((state) => state.role)
  const open = useStore(roomView, ({ tab }) => shownTab(role, tab))
  return <PanelTabs label="Panel" tabs={tabs} open={open} onOpen={openTab} />
}
