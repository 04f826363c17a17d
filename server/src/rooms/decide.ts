import type { Command } from '@drawbar/shared/interview/command.ts'
import type { InterviewEvent } from '@drawbar/shared/interview/event.ts'
import { audienceOf } from '@drawbar/shared/interview/event.ts'
import { currentPhaseId } from '@drawbar/shared/interview/apply-event.ts'
import type { Interview, Note, Revealed } from '@drawbar/shared/interview/interview.ts'
import { inAudience } from '@drawbar/shared/log/audience.ts'
import { can } from '@drawbar/shared/people/can.ts'
import type { Participant } from '@drawbar/shared/people/participant.ts'
import { phasePlan } from '@drawbar/shared/question/phase-plan.ts'
import { RUNGS, RUNG_NAMES, type Question, type Rung } from '@drawbar/shared/question/question.ts'
import type { RoundPlan } from '@drawbar/shared/question/question-view.ts'
import { refused, type Refusal, type RefusalCode } from './refusal.ts'

export interface DecisionFacts {
  readonly interview: Interview
  readonly question: Question
  readonly plan: RoundPlan
  readonly participant: Participant
  readonly command: Command
  /** How many events this participant has made in this round. */
  readonly authored: number
  readonly limits: { readonly notesPerAuthor: number; readonly eventsPerAuthor: number }
}

export type Decision =
  | { readonly kind: 'event'; readonly event: InterviewEvent }
  /** What is asked for has been done before, by the event at `seq`. */
  | { readonly kind: 'already'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** What a command leads to in this interview. Looks at nothing but its arguments (E2). */
export function decide(facts: DecisionFacts): Decision {
  const { interview, participant, command, authored, limits } = facts
  const permission = can(participant.role, command.type, interview.state)
  if (!permission.allowed) {
    const everAllowed = (['lobby', 'live', 'debrief', 'sealed'] as const).some(
      (state) => can(participant.role, command.type, state).allowed,
    )
    return no(everAllowed ? 'wrong-state' : 'forbidden', permission.reason)
  }
  if (authored >= limits.eventsPerAuthor)
    return no('too-large', 'You have done more here than one round can keep.')
  return decideAllowed(facts, command)
}

function decideAllowed(facts: DecisionFacts, command: Command): Decision {
  const { interview, question, plan } = facts
  switch (command.type) {
    case 'start-round': {
      const [first] = phasePlan(plan.minutes, question)
      if (first === undefined) throw new Error(`question ${question.id} has no phases`)
      return yes({ type: 'round-started', phaseId: first.id })
    }
    case 'present-prompt':
      return interview.presented
        ? { kind: 'already', seq: interview.presented.seq }
        : yes({ type: 'prompt-presented' })
    case 'start-phase':
      return startPhase(facts, command.phaseId)
    case 'pause-clock':
      if (interview.clock.runningSince === null) return no('conflict', 'The clock stands already.')
      return yes({ type: 'clock-paused' })
    case 'resume-clock':
      if (interview.clock.runningSince !== null) return no('conflict', 'The clock is running already.')
      return yes({ type: 'clock-resumed' })
    case 'reveal-follow-up':
      return revealFollowUp(facts, command.followUpId)
    case 'reveal-hint':
      return revealHint(facts, command.followUpId, command.rung)
    case 'play-constraint':
      return playConstraint(facts, command.cardId)
    case 'mark-item': {
      const { itemId, mark, evidence } = command
      if (!question.checklist.some(({ id }) => id === itemId)) {
        return no('not-found', 'The checklist of this question has no such item.')
      }
      return yes({ type: 'item-marked', itemId, mark, evidence })
    }
    case 'take-note':
    case 'edit-note':
    case 'remove-note':
      return decideNote(facts, command)
    case 'start-walk':
    case 'step-walk':
    case 'end-walk':
      return decideWalk(facts, command)
    case 'start-debrief':
      return yes({ type: 'debrief-started' })
    case 'seal-round':
      return yes({ type: 'round-sealed' })
    case 'share-record': {
      const { choice } = command
      const theirs = new Set(interview.notes.filter((note) => maySee(facts, note)).map(({ id }) => id))
      if (!choice.noteIds.every((id) => theirs.has(id)))
        return no('not-found', 'One of the notes is no longer there.')
      return yes({ type: 'record-shared', choice })
    }
  }
}

function startPhase({ interview, question, plan }: DecisionFacts, phaseId: string): Decision {
  if (!phasePlan(plan.minutes, question).some(({ id }) => id === phaseId)) {
    return no('not-found', 'The plan of this round has no such phase.')
  }
  if (currentPhaseId(interview) === phaseId) return no('conflict', 'This phase has started already.')
  return yes({ type: 'phase-started', phaseId })
}

function revealFollowUp({ interview, question }: DecisionFacts, followUpId: string): Decision {
  if (!question.followUps.some(({ id }) => id === followUpId)) return noFollowUp()
  const earlier = interview.revealed.find(
    (shown) => shown.kind === 'follow-up' && shown.followUpId === followUpId,
  )
  return earlier ? { kind: 'already', seq: earlier.seq } : yes({ type: 'follow-up-revealed', followUpId })
}

/** A rung opens only after the one below it of the same follow-up. */
function revealHint({ interview, question }: DecisionFacts, followUpId: string, rung: Rung): Decision {
  if (!question.followUps.some(({ id }) => id === followUpId)) return noFollowUp()
  const shown = (of: Rung) => interview.revealed.find((revealed) => isHint(revealed, followUpId, of))
  const earlier = shown(rung)
  if (earlier) return { kind: 'already', seq: earlier.seq }
  const below = RUNGS[RUNGS.indexOf(rung) - 1]
  if (below !== undefined && !shown(below)) {
    return no('conflict', `Give the hint "${RUNG_NAMES[below]}" of this follow-up first.`)
  }
  return yes({ type: 'hint-revealed', followUpId, rung })
}

function isHint(revealed: Revealed, followUpId: string, rung: Rung): boolean {
  return revealed.kind === 'hint' && revealed.followUpId === followUpId && revealed.rung === rung
}

function playConstraint({ interview, question }: DecisionFacts, cardId: string): Decision {
  if (!question.constraints.some(({ id }) => id === cardId)) {
    return no('not-found', 'This question has no such constraint card.')
  }
  const earlier = interview.revealed.find((shown) => shown.kind === 'constraint' && shown.cardId === cardId)
  return earlier ? { kind: 'already', seq: earlier.seq } : yes({ type: 'constraint-played', cardId })
}

type NoteCommand = Extract<Command, { readonly type: 'take-note' | 'edit-note' | 'remove-note' }>

function decideNote(facts: DecisionFacts, command: NoteCommand): Decision {
  const { interview, participant, limits } = facts
  const { noteId } = command
  const note = interview.notes.find(({ id }) => id === noteId)
  if (command.type === 'take-note') {
    if (note) return no('conflict', 'There is a note with this id already.')
    const own = interview.notes.filter(({ by }) => by === participant.id)
    if (own.length >= limits.notesPerAuthor) {
      return no(
        'too-large',
        `You have ${limits.notesPerAuthor} notes in this round, which is all it can keep.`,
      )
    }
    return yes({ type: 'note-taken', noteId, text: command.text, evidence: command.evidence })
  }
  // Whoever may not see a note does not learn that it exists.
  if (!note || !maySee(facts, note)) return no('not-found', 'This note is no longer there.')
  if (note.by !== participant.id) return no('forbidden', 'Only the one who took a note can change it.')
  if (command.type === 'remove-note') return yes({ type: 'note-removed', noteId })
  return yes({ type: 'note-edited', noteId, text: command.text })
}

type WalkCommand = Extract<Command, { readonly type: 'start-walk' | 'step-walk' | 'end-walk' }>

/** Whoever may draw may walk, and lead on a walk that another has begun. */
function decideWalk({ interview }: DecisionFacts, command: WalkCommand): Decision {
  const { walk } = interview
  const { walkId } = command
  const current = walk?.walkId === walkId ? walk : null
  if (command.type === 'start-walk') {
    if (current) return { kind: 'already', seq: current.seq }
    const { pageId, path, evidence } = command
    return yes({ type: 'walk-started', walkId, pageId, path, evidence })
  }
  if (!current) return no('conflict', 'This walk is over.')
  if (command.type === 'end-walk') return yes({ type: 'walk-ended', walkId })
  if (command.step >= current.path.length) return no('not-found', 'This walk has no such step.')
  if (command.step === current.step) return { kind: 'already', seq: current.stepped.seq }
  return yes({ type: 'walk-stepped', walkId, step: command.step })
}

function maySee({ interview, participant }: DecisionFacts, note: Note): boolean {
  const author = interview.participants.find(({ id }) => id === note.by)
  const audience = author ? audienceOf('note-taken', author.role) : 'author'
  return inAudience({ participantId: participant.id, role: participant.role }, audience, note.by)
}

function noFollowUp(): Decision {
  return no('not-found', 'This question has no such follow-up.')
}

function yes(event: InterviewEvent): Decision {
  return { kind: 'event', event }
}

function no(code: RefusalCode, message: string): Decision {
  return { kind: 'refused', refusal: refused(code, message).refusal }
}
