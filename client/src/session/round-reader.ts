import type { EventEntry } from '@drawbar/shared/log/entry.ts'
import type { QuestionView } from '@drawbar/shared/question/question-view.ts'
import type { RoundView } from '@drawbar/shared/wire/http.ts'
import type { ApiFailure, ApiOutcome } from './api-failure.ts'
import { mayRetry } from './api-failure.ts'
import { backoffMs } from './backoff.ts'
import type { Surroundings } from './surroundings.ts'

export interface RoundReaderOptions {
  readonly readRound: (signal: AbortSignal) => Promise<ApiOutcome<RoundView>>
  readonly readQuestion: (signal: AbortSignal) => Promise<ApiOutcome<QuestionView>>
  readonly surroundings: Pick<Surroundings, 'after' | 'random'>
  readonly onRound: (round: RoundView) => void
  readonly onQuestion: (question: QuestionView) => void
  readonly onFailure: (failure: ApiFailure) => void
}

/** Reads the interview and the question when they may have changed, one call of each at a time, the last one wins. */
export class RoundReader {
  readonly #leaving = new AbortController()
  readonly #round: () => void
  readonly #question: () => void

  constructor(options: RoundReaderOptions) {
    const { surroundings, onFailure } = options
    const { signal } = this.#leaving
    const common = { surroundings, signal, onFailure }
    this.#round = repeater({ ...common, read: options.readRound, onRead: options.onRound })
    this.#question = repeater({ ...common, read: options.readQuestion, onRead: options.onQuestion })
  }

  readAll(): void {
    this.#round()
    this.#question()
  }

  readQuestion(): void {
    this.#question()
  }

  leave(): void {
    this.#leaving.abort()
  }
}

/** Whether what the question shows to its readers changes with this event. */
export function changesQuestion({ event }: EventEntry): boolean {
  switch (event.type) {
    case 'prompt-presented':
    case 'follow-up-revealed':
    case 'hint-revealed':
    case 'constraint-played':
      return true
    default:
      return false
  }
}

interface RepeaterOptions<T> {
  readonly read: (signal: AbortSignal) => Promise<ApiOutcome<T>>
  readonly surroundings: Pick<Surroundings, 'after' | 'random'>
  readonly signal: AbortSignal
  readonly onRead: (value: T) => void
  readonly onFailure: (failure: ApiFailure) => void
}

/** A call that is made again when it was asked for meanwhile, or could not be answered. */
function repeater<T>({ read, surroundings, signal, onRead, onFailure }: RepeaterOptions<T>): () => void {
  let asked = 0
  let running = false
  async function run(): Promise<void> {
    running = true
    let attempt = 0
    for (let answered = 0; answered < asked && !signal.aborted;) {
      const upTo = asked
      const outcome = await read(signal)
      if (signal.aborted) break
      if (outcome.ok) {
        answered = upTo
        attempt = 0
        onRead(outcome.value)
        continue
      }
      onFailure(outcome.failure)
      if (!mayRetry(outcome.failure)) break
      await new Promise<void>((resolve) => {
        surroundings.after(backoffMs(attempt, surroundings.random), resolve)
      })
      attempt += 1
    }
    asked = 0
    running = false
  }
  return () => {
    asked += 1
    if (!running) void run()
  }
}
