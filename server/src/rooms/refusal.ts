/** Why something asked for was not done. `code` is stable for programs, `message` and `hint` are for people. */
export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
  readonly hint?: string
  /** How long to wait before asking again, where waiting helps. */
  readonly retryAfterSeconds?: number
}

export type RefusalCode =
  | 'bad-request'
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'wrong-state'
  | 'conflict'
  | 'too-large'
  | 'unsupported-media'
  | 'rate-limited'
  | 'link-revoked'
  | 'unavailable'

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function refused(code: RefusalCode, message: string, hint?: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: hint === undefined ? { code, message } : { code, message, hint } }
}
