import type { Command } from '@drawbar/shared/interview/command.ts'
import { audienceOf, type InterviewEvent } from '@drawbar/shared/interview/event.ts'
import type { Participant } from '@drawbar/shared/people/participant.ts'
import type { RoundPlan } from '@drawbar/shared/question/question-view.ts'
import type { Question } from '@drawbar/shared/question/question.ts'
import { decide, type Decision } from './decide.ts'
import type { Lane } from './lane.ts'
import type { RoundLimits } from './limits.ts'
import { done, refused, type Outcome } from './refusal.ts'
import type { RoundLog } from './round-log.ts'

type Appended = Outcome<{ readonly seq: number }>

interface RoundCommandsOptions {
  readonly log: RoundLog
  readonly lane: Lane
  readonly question: Question
  readonly plan: RoundPlan
  readonly now: () => number
  readonly limits: RoundLimits
  /** Reads the log to its end. */
  readOn(): Promise<void>
  /** While a seal is under way the board takes no edits, so that none can follow it. */
  sealing(underWay: boolean): void
}

/** Turns commands into events, one at a time: each is decided upon the interview the one before it has left. */
export class RoundCommands {
  readonly #options: RoundCommandsOptions
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  constructor(options: RoundCommandsOptions) {
    this.#options = options
  }

  get busy(): boolean {
    return this.#waiting > 0
  }

  command(participant: Participant, command: Command): Promise<Appended> {
    const { log, question, plan, limits } = this.#options
    return this.#inTurn(() =>
      this.#record(participant, command.id, () =>
        decide({
          interview: log.interview,
          question,
          plan,
          participant,
          command,
          authored: log.eventsBy(participant.id),
          limits,
        }),
      ),
    )
  }

  joined(participant: Participant): Promise<Appended> {
    const { log } = this.#options
    // No client can make an id with a colon.
    return this.#inTurn(() =>
      this.#record(participant, `joined:${participant.id}`, () =>
        log.interview.state === 'sealed'
          ? { kind: 'already', seq: log.seq }
          : { kind: 'event', event: { type: 'participant-joined', participant } },
      ),
    )
  }

  async #inTurn(run: () => Promise<Appended>): Promise<Appended> {
    const free = this.#waiting === 0
    this.#waiting += 1
    const turn = free ? run() : this.#last.then(run)
    this.#last = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      this.#waiting -= 1
    }
  }

  async #record(participant: Participant, commandId: string, decideNow: () => Decision): Promise<Appended> {
    const { log, lane, limits, now, readOn } = this.#options
    let asked = false
    for (let attempt = 0; attempt < limits.decisionTries; attempt += 1) {
      const earlier = log.ofCommand(commandId)
      if (earlier !== undefined) {
        if (earlier.by === participant.id) return done({ seq: earlier.seq })
        return refused('conflict', 'This command id has been used already.')
      }
      const decision = decideNow()
      if (decision.kind === 'refused') {
        const { refusal } = decision
        // What speaks against it may be over: another process may have gone on, and not have been heard of yet.
        if (asked || refusal.code === 'forbidden') return { ok: false, refusal }
        asked = true
        try {
          await readOn()
        } catch {
          return { ok: false, refusal }
        }
        continue
      }
      if (decision.kind === 'already') return done({ seq: decision.seq })
      const { event } = decision
      const at = Math.max(now(), log.events.at(-1)?.at ?? 0)
      const audience = audienceOf(event.type, participant.role)
      const outcome = await this.#append(event, () =>
        lane.event({ kind: 'event', at, by: participant.id, audience, commandId, event }, log.interview.seq),
      )
      switch (outcome.kind) {
        case 'committed':
          return done({ seq: outcome.seq })
        case 'duplicate':
        case 'stale':
          try {
            await readOn()
          } catch {
            return notSaved()
          }
          break
        case 'unavailable':
          return notSaved()
        case 'gone':
          return refused('unavailable', 'This round is being moved.', 'Try again in a moment.')
      }
    }
    return refused('conflict', 'Others changed the interview at the same moment.', 'Try again.')
  }

  async #append<T>(event: InterviewEvent, append: () => Promise<T>): Promise<T> {
    if (event.type !== 'round-sealed') return append()
    this.#options.sealing(true)
    try {
      return await append()
    } finally {
      this.#options.sealing(false)
    }
  }
}

function notSaved(): Appended {
  return refused('unavailable', 'This could not be saved just now.', 'Try again in a moment.')
}
