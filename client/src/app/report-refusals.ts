import type { CommandType } from '@drawbar/shared/interview/command.ts'
import type { Session } from '../session/session.ts'
import type { NewToast } from '../ui/toasts.ts'

/** What did not happen, where a command is refused. */
const NOT_DONE: Record<CommandType, string> = {
  'start-round': 'The interview was not started.',
  'present-prompt': 'The question was not presented.',
  'start-phase': 'The phase was not changed.',
  'pause-clock': 'The clock was not paused.',
  'resume-clock': 'The clock was not resumed.',
  'reveal-follow-up': 'The follow-up was not revealed.',
  'reveal-hint': 'The hint was not given.',
  'play-constraint': 'The constraint was not played.',
  'mark-item': 'The mark was not kept.',
  'take-note': 'The note was not kept.',
  'edit-note': 'The note was not changed.',
  'remove-note': 'The note was not removed.',
  'start-walk': 'The walk was not started.',
  'step-walk': 'The walk did not go on.',
  'end-walk': 'The walk was not ended.',
  'start-debrief': 'The debrief was not started.',
  'seal-round': 'The interview was not ended.',
  'share-record': 'Nothing was shared.',
}

/** The same session, telling of every refused command: no caller can forget to. */
export function reportRefusals(session: Session, tell: (toast: NewToast) => void): Session {
  return {
    ...session,
    async send(body) {
      const outcome = await session.send(body)
      if (!outcome.ok && outcome.failure.code !== 'aborted') {
        const { message, hint } = outcome.failure
        tell({
          tone: 'bad',
          title: NOT_DONE[body.type],
          detail: hint === null ? message : `${message} ${hint}`,
        })
      }
      return outcome
    },
  }
}
