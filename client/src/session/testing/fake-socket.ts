import { decodeFrame, encodeFrame, type Frame } from '@drawbar/shared/wire/frame.ts'
import type { ControlDown } from '@drawbar/shared/wire/control-down.ts'
import * as Y from 'yjs'

/** A WebSocket whose other end is the test. */
export class FakeSocket {
  static readonly OPEN = 1
  readonly OPEN = 1
  readonly url: string
  readonly protocols: readonly string[]
  readonly sent: Frame[] = []
  binaryType = 'blob'
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBufferLike }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null

  constructor(url: string, protocols: readonly string[]) {
    this.url = url
    this.protocols = protocols
  }

  send(bytes: Uint8Array): void {
    const decoded = decodeFrame(bytes)
    if (decoded.ok) this.sent.push(decoded.frame)
  }

  close(): void {
    this.readyState = 3
  }

  /** The server takes the connection. */
  accept(): void {
    this.readyState = 1
    this.onopen?.()
  }

  receive(frame: Frame): void {
    this.onmessage?.({ data: encodeFrame(frame).slice().buffer })
  }

  control(message: ControlDown): void {
    this.receive({ type: 'control', json: JSON.stringify(message) })
  }

  /** The server's half of the first comparison: its answer to step 1, and its own question. */
  sync(board: Y.Doc): void {
    this.receive({ type: 'sync-step2', update: Y.encodeStateAsUpdate(board) })
    this.receive({ type: 'sync-step1', stateVector: Y.encodeStateVector(board) })
  }

  hangUp(code: number): void {
    this.readyState = 3
    this.onclose?.({ code, reason: '' })
  }

  marks(): number[] {
    return this.sent.flatMap((frame) => (frame.type === 'mark' ? [frame.n] : []))
  }
}
