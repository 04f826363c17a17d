import type { Question } from '@drawbar/shared/question/question.ts'
import { Play, Presentation, UserRoundCheck, UserRoundX } from 'lucide-react'
import { useSession, useSessionState } from '../session/use-session.ts'
import { Button } from '../ui/button.tsx'
import styles from './run-steps.module.css'

export interface RunStepsProps {
  readonly question: Question
  readonly onShare: () => void
}

/** The next thing to do in the interview, as one button, with the words to begin it. */
export function RunSteps({ question, onShare }: RunStepsProps) {
  const session = useSession()
  const roundState = useSessionState((state) => state.interview.state)
  const presented = useSessionState((state) => state.interview.presented !== null)
  if (roundState === 'live' && presented) return null

  switch (roundState) {
    case 'lobby':
      return (
        <div className={styles.step}>
          <CandidatePresence />
          <p className={styles.text}>
            The board is open to everyone; the question is not. Starting runs the clock, presenting shows the
            prompt.
          </p>
          <Button look="primary" onClick={() => void session.send({ type: 'start-round' })}>
            <Play size={16} aria-hidden /> Start the interview
          </Button>
          <Button onClick={onShare}>Invite people</Button>
        </div>
      )
    case 'live':
      return (
        <div className={styles.step}>
          <Say title="To open" text={question.brief.say.open} />
          <Button look="primary" onClick={() => void session.send({ type: 'present-prompt' })}>
            <Presentation size={16} aria-hidden /> Present the question
          </Button>
        </div>
      )
    case 'debrief':
      return (
        <p className={styles.text}>
          The clock has stopped. The board, the checklist and your notes stay open while you talk it through.
        </p>
      )
    case 'sealed':
      return <p className={styles.text}>The interview has ended.</p>
  }
}

/** Words to move a running interview on, and to close it. */
export function RunWords({ question }: { readonly question: Question }) {
  const running = useSessionState(
    (state) => state.interview.state === 'live' && state.interview.presented !== null,
  )
  if (!running) return null
  const { steer, close } = question.brief.say
  return (
    <div className={styles.step}>
      <Say title="To steer" text={steer} />
      <Say title="To close" text={close} />
    </div>
  )
}

function Say({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <p className={styles.say}>
      <span className={styles.sayLabel}>{title}</span>“{text}”
    </p>
  )
}

function CandidatePresence() {
  const name = useSessionState((state) => state.present.find((person) => person.role === 'candidate')?.name)
  const Icon = name === undefined ? UserRoundX : UserRoundCheck
  return (
    <p className={styles.who}>
      <Icon size={14} aria-hidden />
      {name === undefined ? 'No candidate is here yet.' : `${name} is here as the candidate.`}
    </p>
  )
}
