import * as Y from 'yjs'
import { MAX_UPDATE_ITEMS } from './board-limits.ts'
import { ROOT_NAMES } from './layout.ts'

/** Why an update is refused. The sender has to be told to start over: a dropped update wedges it for ever. */
export type UpdateFault =
  | 'malformed'
  | 'too-many-items'
  | 'unknown-root'
  | 'unexpected-content'
  | 'clock-range'

/** Clocks of one client, `from` inclusive and `to` exclusive. */
export interface ClockRange {
  readonly client: number
  readonly from: number
  readonly to: number
}

export type UpdateInspection =
  | {
      readonly ok: true
      /** What the update adds, one range per client. A sender may add under its own client id only, without a gap. */
      readonly structs: ClockRange[]
      /** For each client whose items it deletes, the smallest range around them; a `to` beyond what the document has is a gap. */
      readonly deleted: ClockRange[]
      /** Root types the update names. Later writes to a root do not name it again, so absence proves nothing. */
      readonly rootNames: string[]
      readonly items: number
      /** Number of deleted ranges. */
      readonly deletes: number
      /** Whether applying it can change nothing. */
      readonly empty: boolean
    }
  | { readonly ok: false; readonly reason: UpdateFault }

const allowedRoots: ReadonlySet<string> = new Set(ROOT_NAMES)

/**
 * Looks into a Yjs update (V1 encoding) without applying it. Whether the ranges fit the sender and the document is
 * the caller's question. Never throws.
 */
export function inspectUpdate(update: Uint8Array): UpdateInspection {
  try {
    return inspect(update)
  } catch {
    return { ok: false, reason: 'malformed' }
  }
}

function inspect(update: Uint8Array): UpdateInspection {
  const { structs, ds } = Y.decodeUpdate(update)
  if (structs.length > MAX_UPDATE_ITEMS) return { ok: false, reason: 'too-many-items' }
  const rootNames = new Set<string>()
  for (const struct of structs) {
    // A skip is a hole in a client's clocks; only merging updates with a gap makes one.
    if (struct instanceof Y.Skip) return { ok: false, reason: 'clock-range' }
    if (!(struct instanceof Y.Item)) continue
    if (!isBoardContent(struct.content)) return { ok: false, reason: 'unexpected-content' }
    const parent: unknown = struct.parent
    if (typeof parent !== 'string') continue
    if (!allowedRoots.has(parent)) return { ok: false, reason: 'unknown-root' }
    // Both roots are maps; list content in them would be invisible and immortal.
    if (struct.parentSub === null) return { ok: false, reason: 'unexpected-content' }
    rootNames.add(parent)
  }
  const { from, to } = Y.parseUpdateMeta(update)
  const added = [...from].map(([client, start]) => ({ client, from: start, to: to.get(client) ?? start }))

  const deleted: ClockRange[] = []
  let deletes = 0
  for (const [client, ranges] of ds.clients) {
    deletes += ranges.length
    if (deletes > MAX_UPDATE_ITEMS) return { ok: false, reason: 'too-many-items' }
    if (ranges.length === 0) continue
    let start = Infinity
    let end = 0
    for (const { clock, len } of ranges) {
      start = Math.min(start, clock)
      end = Math.max(end, clock + len)
    }
    deleted.push({ client, from: start, to: end })
  }
  if (![...added, ...deleted].every(isSane)) return { ok: false, reason: 'clock-range' }

  return {
    ok: true,
    structs: added,
    deleted,
    rootNames: [...rootNames],
    items: structs.length,
    deletes,
    empty: structs.length === 0 && deletes === 0,
  }
}

/** Facet values and stroke items are plain values; the only shared types are record maps and stroke arrays. */
function isBoardContent(content: unknown): boolean {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentDeleted) return true
  return (
    content instanceof Y.ContentType && (content.type instanceof Y.Map || content.type instanceof Y.Array)
  )
}

function isSane({ from, to }: ClockRange): boolean {
  return Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && to >= from
}
