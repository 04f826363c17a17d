import type { CloseCode } from '@drawbar/shared/wire/close-code.ts'
import type { RoundSocket } from '../live-round.ts'

/** A socket whose frames stay in a queue until the test takes them. */
export class FakeSocket implements RoundSocket {
  readonly #queue: Uint8Array[] = []
  closedWith: CloseCode | undefined
  /** Whether the peer has stopped reading. */
  stalled = false
  /** Bytes ever sent: what a canary test looks through. */
  readonly sent: Uint8Array[] = []

  send(frame: Uint8Array): void {
    if (this.closedWith !== undefined) throw new Error('sent on a closed socket')
    this.#queue.push(frame)
    this.sent.push(frame)
  }

  close(code: CloseCode): void {
    if (this.closedWith !== undefined) throw new Error('closed twice')
    this.closedWith = code
  }

  get buffered(): number {
    return this.#queue.reduce((sum, frame) => sum + frame.byteLength, 0)
  }

  take(): Uint8Array | undefined {
    return this.stalled ? undefined : this.#queue.shift()
  }

  lose(): void {
    this.#queue.length = 0
  }
}
