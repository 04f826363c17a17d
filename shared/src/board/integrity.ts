import * as Y from 'yjs'
import type { TLSchema } from '@tldraw/tlschema'
import { equalityDeep } from 'lib0/function'
import { DANGLING_BINDING_GRACE_MS } from './board-limits.ts'
import { BoardIndex } from './board-index.ts'
import { createBoardSchema } from './board-schema.ts'
import { checkRecord } from './check-record.ts'
import { facetsToRecord } from './facets.ts'
import type { Facets } from './facet-key.ts'
import { metaOf, recordsOf, REPAIR_ORIGIN, ROOT_NAMES } from './layout.ts'
import { facetsOf } from './record-map.ts'
import { settleBindings } from './repair-bindings.ts'
import type { Repair, RepairPass } from './repair-pass.ts'
import { ensureBasics, limitRecords, limitShapes, settleRecord } from './repair-records.ts'
import { settleTree } from './repair-tree.ts'

export interface RepairOptions {
  /** Ids from `touchedIds` of the update just applied; `'all'` when a document was just loaded. */
  readonly touched: ReadonlySet<string> | 'all'
  /**
   * The board's index, kept from one repair to the next. Without it the whole document is read first, and records
   * made invalid by this update have no earlier state to return to.
   */
  readonly index?: BoardIndex
  /** Milliseconds on the caller's clock. Without it, bindings to missing shapes go at once instead of after a grace. */
  readonly now?: number
  /** Another source of a record's last valid facets, asked before the index. */
  readonly previous?: (id: string) => Facets | undefined
  readonly schema?: TLSchema
}

export interface RepairReport {
  readonly repaired: readonly Repair[]
  /** When to repair again, with an empty `touched`, for bindings that still have a grace; on the clock of `now`. */
  readonly recheckAt: number | undefined
}

/**
 * Makes the document obey the rules of docs/sync.spec.md, section R, in one transaction of origin `REPAIR_ORIGIN`.
 * Call it in the tick that applied an update, before anyone is told of it, and never from inside a transaction. It
 * looks at the touched records and what depends on them only, always in the order of their ids, so the same
 * history is always repaired in the same way; it writes nothing where nothing is wrong.
 */
export function repairBoard(doc: Y.Doc, options: RepairOptions): RepairReport {
  const { touched, schema = createBoardSchema() } = options
  const index = options.index ?? new BoardIndex(doc)
  const pass: RepairPass = {
    doc,
    index,
    schema,
    now: touched === 'all' ? undefined : options.now,
    previous: options.previous,
    repaired: [],
    placesBefore: new Map(),
    added: [],
    unsettled: new Set(),
    loose: new Set(),
  }
  if (options.index === undefined && touched !== 'all') learn(pass, touched)
  const ids = touched === 'all' ? new Set([...recordsOf(doc).keys(), ...index.ids()]) : touched

  doc.transact(() => {
    rememberPlaces(pass, ids)
    for (const id of [...ids].toSorted()) settleRecord(pass, id)
    // What was loaded had been admitted before; nothing of it may be lost because a limit is lower now.
    if (touched !== 'all') limitRecords(pass)
    ensureBasics(pass)
    settleTree(pass)
    if (touched !== 'all') {
      limitShapes(pass)
      settleTree(pass)
    }
    settleBindings(pass)
    settleMeta(pass)
  }, REPAIR_ORIGIN)
  if (touched === 'all') reportForeignRoots(pass)

  return { repaired: pass.repaired, recheckAt: nextGraceEnd(index) }
}

/** Puts what this update did not touch into a new index, as it is. */
function learn({ doc, index, schema }: RepairPass, touched: ReadonlySet<string>): void {
  for (const [id, map] of recordsOf(doc)) {
    if (touched.has(id) || !(map instanceof Y.Map)) continue
    const facets = facetsOf(map)
    const checked = checkRecord(facetsToRecord(id, facets), undefined, schema)
    if (checked.ok) index.put(checked.record, facets)
  }
}

function rememberPlaces({ index, placesBefore }: RepairPass, ids: ReadonlySet<string>): void {
  for (const id of ids) {
    if (!index.shapes.has(id) || !index.isParent(id)) continue
    const place = index.placeOf(id)
    if (place !== undefined) placesBefore.set(id, place)
  }
}

/** R13: the meta map is the server's; what a client wrote there is undone. */
function settleMeta({ doc, index, repaired }: RepairPass): void {
  const meta = metaOf(doc)
  let changed = false
  for (const key of meta.keys()) {
    if (index.meta.has(key)) continue
    meta.delete(key)
    changed = true
  }
  for (const [key, value] of index.meta) {
    if (equalityDeep(meta.get(key), value)) continue
    meta.set(key, value)
    changed = true
  }
  if (changed) repaired.push({ id: 'meta', rule: 'R13', reason: 'not-the-servers', outcome: 'restored' })
}

/** R14: Yjs cannot remove a root type, or list content in a root map; admission keeps both out. */
function reportForeignRoots({ doc, repaired }: RepairPass): void {
  const known: ReadonlySet<string> = new Set(ROOT_NAMES)
  for (const [name, type] of doc.share) {
    const reason = known.has(name) ? 'list-content' : 'unknown-root'
    if (known.has(name) && type._start === null) continue
    // A foreign root's name is a peer's text, so the report does not carry it.
    repaired.push({ id: known.has(name) ? name : 'root', rule: 'R14', reason, outcome: 'reported' })
  }
}

function nextGraceEnd(index: BoardIndex): number | undefined {
  let earliest: number | undefined
  for (const since of index.danglingSince.values()) earliest = Math.min(earliest ?? Infinity, since)
  return earliest === undefined ? undefined : earliest + DANGLING_BINDING_GRACE_MS
}
