import { lazy, Suspense } from 'react'
import { ClockControl } from '../clock/clock-control.tsx'
import { PhasePlan } from '../clock/phase-plan.tsx'
import { NoteList } from '../notes/note-list.tsx'
import { Checklist } from '../panel/checklist.tsx'
import { ConstraintCards } from '../panel/constraint-cards.tsx'
import { FollowUps } from '../panel/follow-ups.tsx'
import type { PanelTab } from '../panel/panel-tabs.tsx'
import { RunSteps, RunWords } from '../panel/run-steps.tsx'
import { WholeQuestion } from '../question/whole-question.tsx'
import { useSessionState } from '../session/use-session.ts'
import { Spinner } from '../ui/spinner.tsx'
import { EndButtons } from './end-buttons.tsx'
import styles from './room-panel.module.css'
import { openDialog, type PanelTabId } from './room-view.ts'

/** What judges a board is loaded by interviewers only. */
const BoardTab = lazy(() =>
  import('./board-tab.tsx').then(({ BoardTab: component }) => ({ default: component })),
)

/** The interviewer's tabs with what each says of itself. Empty until the whole question is there. */
export function useInterviewerTabs(): readonly PanelTab<PanelTabId>[] {
  const whole = useSessionState((state) => state.question?.whole ?? null)
  const level = useSessionState((state) => state.question?.plan.level)
  if (!whole || level === undefined) return []
  const { question, phases } = whole
  return [
    {
      id: 'run',
      name: 'Run',
      content: (
        <>
          <div className={styles.block}>
            <RunSteps question={question} onShare={() => openDialog('share')} />
          </div>
          <div className={styles.block}>
            <ClockControl keys="Alt+P" />
          </div>
          <div className={styles.block}>
            <PhasePlan phases={phases} />
          </div>
          <div className={styles.block}>
            <RunWords question={question} />
          </div>
          <div className={styles.block}>
            <EndButtons />
          </div>
        </>
      ),
    },
    { id: 'question', name: 'Question', content: <WholeQuestion question={question} /> },
    {
      id: 'follow-ups',
      name: 'Follow-ups',
      content: (
        <>
          <FollowUps followUps={question.followUps} />
          <ConstraintCards cards={question.constraints} />
        </>
      ),
    },
    {
      id: 'checklist',
      name: 'Checklist',
      content: <Checklist items={question.checklist} level={level} />,
    },
    {
      id: 'notes',
      name: 'Notes',
      content: (
        <NoteList emptyText="Write one below with N. Each is stamped with the clock and with where you look on the board; only interviewers see them." />
      ),
    },
    {
      id: 'board',
      name: 'Board',
      restsWhileHidden: true,
      content: (
        <Suspense fallback={<Spinner />}>
          <BoardTab question={question} />
        </Suspense>
      ),
    },
  ]
}
