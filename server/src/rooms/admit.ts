import type { UpdateInspection } from '@drawbar/shared/board/update-admission.ts'
import type { RoundState } from '@drawbar/shared/interview/interview.ts'
import { can } from '@drawbar/shared/people/can.ts'
import type { Role } from '@drawbar/shared/people/role.ts'
import type { CloseReason } from '@drawbar/shared/wire/close-code.ts'
import type { Permit } from './client-ids.ts'
import type { RoundLimits } from './limits.ts'
import type { RefusedReason } from './telemetry.ts'

/** An update as it came, in a frame of y-protocols' `update` or as the answer to the server's step 1. */
export interface OfferedUpdate {
  readonly kind: 'update' | 'step2'
  readonly bytes: number
  /** Looks into it; asked only where the size permits. */
  inspect(): UpdateInspection
}

/** What the verdict needs to know of the sender. */
export interface SenderFacts {
  readonly role: Role
  /** Whether the connection's first step 2 has been taken. */
  readonly settled: boolean
  readonly heldBytes: number
  /** How many client ids it has brought that the document did not know. */
  readonly newIds: number
  /** Whether the sender may add under a client id; see `ClientIds`. */
  mayAdd(clientId: number): Permit
}

/** What the verdict needs to know of the round. */
export interface RoundFacts {
  readonly state: RoundState
  /** False while the store does not answer and while the round is being sealed. */
  readonly takesEdits: boolean
  /** Whether the board has reached its hard limit: only what adds nothing is taken. */
  readonly full: boolean
  /** The next clock the document expects of a client id; 0 for one it does not know. */
  clockOf(clientId: number): number
  readonly limits: Pick<RoundLimits, 'updateBytes' | 'frameBytes' | 'heldUpdateBytes' | 'newIds'>
}

/**
 * What becomes of an update. Nothing is ever dropped behind the sender's back: `hold` keeps it until the sender's
 * step 2, `wait` asks the sender for it again when the round can take it, `refuse` closes for good so that the
 * sender starts over (A1).
 */
export type Verdict =
  /** `clients` are the ids it adds under, `newIds` of them unknown to the document, `items` what it costs to take. */
  | {
      readonly kind: 'accept'
      readonly clients: readonly number[]
      readonly newIds: number
      readonly items: number
    }
  /** An empty answer of a reader. */
  | { readonly kind: 'ignore' }
  | { readonly kind: 'hold' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'refuse'; readonly close: CloseReason; readonly reason: RefusedReason }

export function admitUpdate(offered: OfferedUpdate, sender: SenderFacts, round: RoundFacts): Verdict {
  const { kind, bytes } = offered
  const { limits } = round
  if (bytes > (kind === 'update' ? limits.updateBytes : limits.frameBytes))
    return refuse('tooLarge', 'too-large')

  const inspection = offered.inspect()
  if (!can(sender.role, 'edit-board', round.state).allowed) {
    if (kind === 'step2' && inspection.ok && inspection.empty) return { kind: 'ignore' }
    return round.state === 'sealed' ? refuse('sealed', 'sealed') : refuse('forbidden', 'read-only')
  }
  if (!inspection.ok) {
    if (inspection.reason === 'too-many-items') return refuse('tooLarge', 'too-large')
    return refuse('badFrame', inspection.reason === 'unknown-root' ? 'unknown-root' : 'malformed')
  }
  if (!round.takesEdits) return { kind: 'wait' }
  // Clients write records; the meta map is the server's.
  if (inspection.rootNames.some((name) => name !== 'records')) return refuse('badFrame', 'unknown-root')

  // Ahead of its step 2 a client may send what only fits behind it: its edits after a crash of the server, or what it
  // has just read from its own disk.
  const early = kind === 'update' && !sender.settled && sender.heldBytes + bytes <= limits.heldUpdateBytes
  if (hasGap(inspection, round)) return early ? { kind: 'hold' } : refuse('badFrame', 'gap')

  const news = inspection.structs.filter(({ client, to }) => to > round.clockOf(client))
  const permits = news.map(({ client }) => sender.mayAdd(client))
  if (permits.includes('no')) return early ? { kind: 'hold' } : refuse('badFrame', 'forged-client')
  if (round.full && news.length > 0) return refuse('tooLarge', 'board-full')
  if (permits.includes('later')) return { kind: 'wait' }

  // A document remembers every id for ever.
  const newIds = news.filter(({ client }) => round.clockOf(client) === 0).length
  if (sender.newIds + newIds > limits.newIds) return refuse('badFrame', 'forged-client')
  const clients = inspection.structs.map(({ client }) => client)
  return { kind: 'accept', clients, newIds, items: inspection.items + inspection.deletes }
}

type GoodInspection = Extract<UpdateInspection, { readonly ok: true }>

/** Whether the update continues or deletes something the document does not have. */
function hasGap(inspection: GoodInspection, round: RoundFacts): boolean {
  const ends = new Map(inspection.structs.map(({ client, to }) => [client, to]))
  return (
    inspection.structs.some(({ client, from }) => from > round.clockOf(client)) ||
    inspection.deleted.some(({ client, to }) => to > Math.max(round.clockOf(client), ends.get(client) ?? 0))
  )
}

function refuse(close: CloseReason, reason: RefusedReason): Verdict {
  return { kind: 'refuse', close, reason }
}
