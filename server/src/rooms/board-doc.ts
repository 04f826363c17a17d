import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import { BoardIndex } from '@drawbar/shared/board/board-index.ts'
import { repairBoard } from '@drawbar/shared/board/integrity.ts'
import { recordsOf, REPAIR_ORIGIN } from '@drawbar/shared/board/layout.ts'
import { touchedIds } from '@drawbar/shared/board/read-record.ts'
import type { Repair } from '@drawbar/shared/board/repair-pass.ts'

/** Bytes the server wrote to put something right, and what that was. */
export interface Repaired {
  readonly update: Uint8Array
  readonly repairs: readonly Repair[]
}

export interface Applied {
  /** What the document did not have before; undefined where it had all of it. */
  readonly news: Uint8Array | undefined
  readonly repaired: Repaired | undefined
  /** False where parts of the update refer to something neither it nor the document has; these parts are not kept. */
  readonly whole: boolean
}

interface Integrated {
  readonly news: boolean
  /** Clocks before it. */
  readonly before: ReadonlyMap<number, number>
  readonly whole: boolean
}

/** Merging more updates than this costs more than encoding what they changed. */
const MERGED_AT_MOST = 16

/** How long a measured size is good enough to decide by, while a board is near its limit. */
const MEASURE_MS = 1_000

const EMPTY_STATE_VECTOR = 1

/**
 * The board of a live round: a `Y.Doc` behind the few things a round does with it. Whatever is applied leaves the
 * document sound, and never with structs that wait for others (D1, D2).
 */
export class BoardDoc {
  readonly #doc: Y.Doc
  #index: BoardIndex
  readonly #touched = new Set<string>()
  /** What the transactions since the last look did: the clocks before them, and whether they changed anything. */
  #before: ReadonlyMap<number, number> | undefined
  #news = false
  /** What repairs have written since it was last taken. */
  readonly #repairs: Uint8Array[] = []
  #encoded: Uint8Array | undefined
  /** Encoded size when it was last measured, and what has been added since. */
  #measured = { at: -Infinity, bytes: 0 }
  #grown = 0
  #recheckAt: number | undefined

  /** Takes over a folded document. `sweep` has to be called before anything else. */
  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#index = new BoardIndex(doc)
    const records = recordsOf(doc)
    records.observeDeep((events) => {
      for (const id of touchedIds(events, records)) this.#touched.add(id)
    })
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      const { beforeState, afterState, deleteSet, origin } = transaction
      this.#before ??= beforeState
      if (deleteSet.clients.size > 0) this.#news = true
      for (const [client, clock] of afterState) if (beforeState.get(client) !== clock) this.#news = true
      // Listening all the time would make Yjs encode every transaction again.
      if (origin === REPAIR_ORIGIN && this.#news) doc.once('update', (update) => this.#repairs.push(update))
    })
  }

  get clientId(): number {
    return this.#doc.clientID
  }

  /** The next clock expected of a client id; 0 for an unknown one. */
  clockOf(clientId: number): number {
    return Y.getState(this.#doc.store, clientId)
  }

  /** Checks every record of a document that was just loaded. */
  sweep(): Repaired | undefined {
    return this.#repair('all', undefined)
  }

  /** Applies a client's update and puts right what it broke, at time `now` (ms). */
  apply(update: Uint8Array, now: number): Applied {
    const { news, before, whole } = this.#integrate([update])
    if (!news) return { news: undefined, repaired: undefined, whole }
    const told = whole ? update : this.#since(before)
    this.#changedBy(told)
    return { news: told, repaired: this.#repair(this.#touched, now), whole }
  }

  /**
   * Applies what other processes have logged. They have checked it, each against what it held before; where two did so
   * at once, a record may have become one of another type, and is then taken as it is: if each process put back its
   * own, they would never end (D9).
   */
  applyLogged(updates: readonly Uint8Array[], now: number): Applied {
    const { news, before, whole } = this.#integrate(updates)
    if (!news) return { news: undefined, repaired: undefined, whole }
    const told =
      whole && updates.length <= MERGED_AT_MOST ? Y.mergeUpdates([...updates]) : this.#since(before)
    this.#changedBy(told)
    // What a client wrote there its own server has undone in the same entry.
    this.#index.acceptMeta(this.#doc)
    if (!this.#typeChanged()) return { news: told, repaired: this.#repair(this.#touched, now), whole }
    this.#index = new BoardIndex(this.#doc)
    return { news: told, repaired: this.#repair('all', now), whole }
  }

  /** Puts right what was only wrong for a while, once its time is up. */
  recheck(now: number): Repaired | undefined {
    if (this.#recheckAt === undefined || now < this.#recheckAt) return undefined
    return this.#repair(new Set(), now)
  }

  /** What a peer with this state vector lacks. Undefined for bytes that are no state vector. */
  answer(stateVector: Uint8Array): Uint8Array | undefined {
    if (stateVector.byteLength === EMPTY_STATE_VECTOR && stateVector[0] === 0) return this.encode()
    try {
      return Y.encodeStateAsUpdate(this.#doc, stateVector)
    } catch {
      return undefined
    }
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc)
  }

  /** The whole board as one update (V1), encoded once however many ask between two edits. */
  encode(): Uint8Array {
    this.#encoded ??= Y.encodeStateAsUpdate(this.#doc)
    return this.#encoded
  }

  /** The whole board as a snapshot holds it (V2). */
  snapshot(): Uint8Array {
    return Y.encodeStateAsUpdateV2(this.#doc)
  }

  /** Whether the encoded board is larger than `limit` bytes. Measured seldom, because measuring costs an encoding. */
  exceeds(limit: number, now: number): boolean {
    if (this.#measured.bytes + this.#grown <= limit) return false
    if (now - this.#measured.at >= MEASURE_MS) {
      this.#measured = { at: now, bytes: this.encode().byteLength }
      this.#grown = 0
    }
    return this.#measured.bytes + this.#grown > limit
  }

  /** Forgets structs and deletions that wait for others; true where there were some. */
  dropWaiting(): boolean {
    const { store } = this.#doc
    const waiting = store.pendingStructs !== null || store.pendingDs !== null
    store.pendingStructs = null
    store.pendingDs = null
    return waiting
  }

  dispose(): void {
    this.#doc.destroy()
  }

  #integrate(updates: readonly Uint8Array[]): Integrated {
    this.#touched.clear()
    this.#before = undefined
    this.#news = false
    let failed = false
    this.#doc.transact(() => {
      for (const update of updates) {
        try {
          Y.applyUpdate(this.#doc, update)
        } catch {
          // Yjs decodes before it integrates, so bytes that are no update change nothing.
          failed = true
        }
      }
    })
    const waiting = this.dropWaiting()
    return { news: this.#news, before: this.#before ?? new Map<number, number>(), whole: !failed && !waiting }
  }

  #typeChanged(): boolean {
    const records = recordsOf(this.#doc)
    return [...this.#touched].some((id) => {
      const known = this.#index.accepted(id)?.facets.k
      const map: unknown = records.get(id)
      return known !== undefined && map instanceof Y.Map && !equalityDeep(known, map.get('k'))
    })
  }

  #repair(touched: ReadonlySet<string> | 'all', now: number | undefined): Repaired | undefined {
    this.#news = false
    const ids = touched === 'all' ? touched : new Set(touched)
    const report = repairBoard(this.#doc, {
      touched: ids,
      index: this.#index,
      ...(now === undefined ? {} : { now }),
    })
    this.#recheckAt = report.recheckAt
    const written = this.#repairs.splice(0)
    const [first] = written
    if (first === undefined) return undefined
    const update = written.length === 1 ? first : Y.mergeUpdates(written)
    this.#changedBy(update)
    return { update, repairs: report.repaired }
  }

  #changedBy(update: Uint8Array): void {
    this.#encoded = undefined
    this.#grown += update.byteLength
  }

  #since(clocks: ReadonlyMap<number, number>): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc, Y.encodeStateVector(new Map(clocks)))
  }
}
