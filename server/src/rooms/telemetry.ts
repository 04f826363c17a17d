import type { Role } from '@drawbar/shared/people/role.ts'

/** Why something a connection sent was refused or passed over. Fixed words, fit for a metric's label. */
export type RefusedReason =
  | 'malformed'
  | 'unknown-frame'
  | 'too-large'
  | 'unknown-root'
  | 'forged-client'
  | 'gap'
  | 'read-only'
  | 'sealed'
  | 'board-full'
  | 'invalid-records'
  | 'message-rate'
  | 'byte-rate'
  | 'item-rate'
  | 'awareness-rate'
  | 'handshake-rate'
  | 'slow-consumer'
  | 'foreign-presence'
  | 'control'

/** What happens in the rounds, told to whoever counts and logs it. Carries ids, sizes and codes, never content. */
export interface RoundTelemetry {
  connected(facts: { readonly roundId: string; readonly connectionId: string; readonly role: Role }): void
  /** `code` is undefined when the peer went by itself. */
  disconnected(facts: {
    readonly roundId: string
    readonly connectionId: string
    readonly code: number | undefined
    readonly ms: number
  }): void

  /** An update went into a board, checked and repaired; `ms` of this process's time. */
  updateApplied(facts: { readonly bytes: number; readonly ms: number }): void
  repaired(facts: { readonly rule: string; readonly reason: string }): void
  refused(facts: { readonly reason: RefusedReason }): void
  /** From a mark to its ack. */
  acked(facts: { readonly ms: number }): void
  /** A cursor waited because its reader was slow. */
  presenceHeld(): void

  committed(facts: { readonly entries: number; readonly bytes: number; readonly ms: number }): void
  /** A commit failed and will be tried again; `attempt` counts failures in a row. */
  appendFailed(facts: { readonly error: unknown; readonly attempt: number }): void
  frozen(facts: { readonly roundId: string }): void
  thawed(facts: { readonly roundId: string }): void

  loaded(facts: { readonly roundId: string; readonly entries: number; readonly ms: number }): void
  loadFailed(facts: { readonly roundId: string; readonly error: unknown }): void
  unloaded(facts: { readonly roundId: string }): void
  snapshotStored(facts: { readonly roundId: string; readonly bytes: number; readonly ms: number }): void
  snapshotFailed(facts: { readonly roundId: string; readonly error: unknown }): void
  /** Entries of other processes were read from the log. */
  readOn(facts: { readonly roundId: string; readonly entries: number }): void
  /** The log held updates that refer to something it does not hold. Must never happen. */
  logIncomplete(facts: { readonly roundId: string }): void
  /** A round met a bug and was taken out of memory; its clients come back to a fresh one. */
  roundFailed(facts: { readonly roundId: string; readonly error: unknown }): void
}
