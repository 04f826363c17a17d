import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * The socket, drawn. Every binary message is one frame:
 *
 *     varUint type | payload
 *       0 sync            y-protocols: step 1 (state vector), step 2 (answer), update
 *       1 awareness       y-protocols awareness update, one client id
 *       3 queryAwareness  empty; the answer is a frame of type 1 per peer
 *     100 control         varString, JSON of control-up.ts / control-down.ts
 *     101 mark / ack      varUint n: up, "I have sent everything up to my n"; down, "all of it has committed"
 *     102 heartbeat       varUint server time in ms, so that y-websocket's 30 s watchdog stays quiet
 *
 * A Yjs client that knows only 0, 1 and 3 works: it is never sent anything it must answer.
 */
export const FRAME = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  control: 100,
  mark: 101,
  heartbeat: 102,
} as const

/** The y-protocols sync messages inside a sync frame. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

export type Frame =
  | { readonly type: 'sync-step1'; readonly stateVector: Uint8Array }
  | { readonly type: 'sync-step2' | 'sync-update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly update: Uint8Array }
  | { readonly type: 'query-awareness' }
  | { readonly type: 'control'; readonly json: string }
  | { readonly type: 'mark'; readonly n: number }
  | { readonly type: 'heartbeat'; readonly at: number }

export type DecodedFrame =
  | { readonly ok: true; readonly frame: Frame }
  | { readonly ok: false; readonly reason: 'malformed' | 'unknown-type' }

/** Reads one frame. Never throws: bytes that are not a frame are `malformed`. */
export function decodeFrame(bytes: Uint8Array): DecodedFrame {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = readFrame(decoder)
    return frame ? { ok: true, frame } : { ok: false, reason: 'unknown-type' }
  } catch {
    return { ok: false, reason: 'malformed' }
  }
}

export function encodeFrame(frame: Frame): Uint8Array {
  const encoder = encoding.createEncoder()
  writeFrame(encoder, frame)
  return encoding.toUint8Array(encoder)
}

function readFrame(decoder: decoding.Decoder): Frame | undefined {
  switch (decoding.readVarUint(decoder)) {
    case FRAME.sync:
      return readSync(decoder)
    case FRAME.awareness:
      return { type: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case FRAME.queryAwareness:
      return { type: 'query-awareness' }
    case FRAME.control:
      return { type: 'control', json: decoding.readVarString(decoder) }
    case FRAME.mark:
      return { type: 'mark', n: decoding.readVarUint(decoder) }
    case FRAME.heartbeat:
      return { type: 'heartbeat', at: decoding.readVarUint(decoder) }
    default:
      return undefined
  }
}

function readSync(decoder: decoding.Decoder): Frame | undefined {
  switch (decoding.readVarUint(decoder)) {
    case SYNC.step1:
      return { type: 'sync-step1', stateVector: decoding.readVarUint8Array(decoder) }
    case SYNC.step2:
      return { type: 'sync-step2', update: decoding.readVarUint8Array(decoder) }
    case SYNC.update:
      return { type: 'sync-update', update: decoding.readVarUint8Array(decoder) }
    default:
      return undefined
  }
}

function writeFrame(encoder: encoding.Encoder, frame: Frame): void {
  switch (frame.type) {
    case 'sync-step1':
      encoding.writeVarUint(encoder, FRAME.sync)
      encoding.writeVarUint(encoder, SYNC.step1)
      encoding.writeVarUint8Array(encoder, frame.stateVector)
      return
    case 'sync-step2':
    case 'sync-update':
      encoding.writeVarUint(encoder, FRAME.sync)
      encoding.writeVarUint(encoder, frame.type === 'sync-step2' ? SYNC.step2 : SYNC.update)
      encoding.writeVarUint8Array(encoder, frame.update)
      return
    case 'awareness':
      encoding.writeVarUint(encoder, FRAME.awareness)
      encoding.writeVarUint8Array(encoder, frame.update)
      return
    case 'query-awareness':
      encoding.writeVarUint(encoder, FRAME.queryAwareness)
      return
    case 'control':
      encoding.writeVarUint(encoder, FRAME.control)
      encoding.writeVarString(encoder, frame.json)
      return
    case 'mark':
      encoding.writeVarUint(encoder, FRAME.mark)
      encoding.writeVarUint(encoder, frame.n)
      return
    case 'heartbeat':
      encoding.writeVarUint(encoder, FRAME.heartbeat)
      encoding.writeVarUint(encoder, frame.at)
  }
}
