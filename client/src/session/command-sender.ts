import type { Command, CommandBody } from '@drawbar/shared/interview/command.ts'
import { aborted, mayRetry, type ApiOutcome } from './api-failure.ts'
import { backoffMs } from './backoff.ts'
import type { PendingCommand } from './session-state.ts'
import type { Surroundings } from './surroundings.ts'

type Accepted = ApiOutcome<{ readonly seq: number }>

export interface CommandSenderOptions {
  readonly post: (command: Command, signal: AbortSignal) => Promise<Accepted>
  readonly surroundings: Pick<Surroundings, 'now' | 'after' | 'random' | 'newId'>
  readonly onPending: (pending: readonly PendingCommand[]) => void
}

/** Sends commands until they are answered: a lost answer is asked for again under the same id, so it happens once. */
export class CommandSender {
  readonly #options: CommandSenderOptions
  readonly #leaving = new AbortController()
  #pending: readonly PendingCommand[] = []
  #wake = new Set<() => void>()

  constructor(options: CommandSenderOptions) {
    this.#options = options
  }

  async send(body: CommandBody): Promise<Accepted> {
    const { post, surroundings } = this.#options
    const command: Command = { ...body, id: surroundings.newId() }
    const sentAt = surroundings.now()
    for (let attempts = 1; ; attempts += 1) {
      this.#note({ command, sentAt, attempts })
      const outcome = await post(command, this.#leaving.signal)
      if (outcome.ok || !mayRetry(outcome.failure)) {
        this.#forget(command.id)
        return outcome
      }
      await this.#pause(backoffMs(attempts, surroundings.random))
      if (this.#leaving.signal.aborted) {
        this.#forget(command.id)
        return { ok: false, failure: aborted() }
      }
    }
  }

  /** Asks again at once for what is waiting: the server is back. */
  hurry(): void {
    for (const wake of this.#wake) wake()
  }

  leave(): void {
    this.#leaving.abort()
    this.hurry()
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        cancel()
        this.#wake.delete(wake)
        resolve()
      }
      const cancel = this.#options.surroundings.after(ms, wake)
      this.#wake.add(wake)
      if (this.#leaving.signal.aborted) wake()
    })
  }

  #note(pending: PendingCommand): void {
    this.#set([...this.#others(pending.command.id), pending])
  }

  #forget(id: string): void {
    this.#set(this.#others(id))
  }

  #others(id: string): PendingCommand[] {
    return this.#pending.filter(({ command }) => command.id !== id)
  }

  #set(pending: readonly PendingCommand[]): void {
    this.#pending = pending
    this.#options.onPending(pending)
  }
}
