import type { TLRecord, TLStore } from 'tldraw'
import type * as Y from 'yjs'
import { planMerge, sameKind, type HoldReason, type MergePlan } from './merge-plan.ts'

export interface RemoteMergerOptions {
  readonly store: TLStore
  readonly doc: Y.Doc
  /** A record is held for the first time, or for another reason than before. */
  readonly onHeld: (id: string, reason: HoldReason) => void
  /**
   * Merging made the canvas change a record by itself: an arrow let go of a shape that was removed. `before` is what
   * the document holds.
   */
  readonly onSideEffect: (id: string, before: TLRecord | undefined) => void
}

/** Brings the canvas up to date with the document, record by record that the document says has changed. */
export class RemoteMerger {
  readonly #options: RemoteMergerOptions
  #held = new Map<string, HoldReason>()

  constructor(options: RemoteMergerOptions) {
    this.#options = options
  }

  /** Records that are in the document and not, or not like that, on the canvas. */
  get held(): ReadonlyMap<string, HoldReason> {
    return this.#held
  }

  merge(changed: Iterable<string>): void {
    const { store, doc } = this.#options
    const plan = planMerge({
      doc,
      current: (id) => recordIn(store, id),
      pageIds: () => store.query.ids('page').get(),
      ids: new Set([...changed, ...this.#held.keys()]),
    })
    const held = new Map(plan.held)
    if (plan.put.size + plan.remove.size > 0) this.#apply(plan, held)
    const before = this.#held
    this.#held = held
    for (const [id, reason] of held) if (before.get(id) !== reason) this.#options.onHeld(id, reason)
  }

  #apply(plan: MergePlan, held: Map<string, HoldReason>): void {
    const { store } = this.#options
    const touched = this.#watch(() => {
      const removals = [...plan.remove].flatMap((id) => recordIn(store, id) ?? [])
      const replaced = [...plan.put.values()].flatMap((record) => {
        const before = recordIn(store, record.id)
        return before && !sameKind(before, record) ? [before] : []
      })
      if (replaced.length > 0) tryMerge(store, [], replaced)
      if (tryMerge(store, [...plan.put.values()], removals)) return
      for (const record of plan.put.values()) {
        if (!tryMerge(store, [record], [])) held.set(record.id, 'refused-by-canvas')
      }
      for (const record of removals) {
        if (!tryMerge(store, [], [record])) held.set(record.id, 'refused-by-canvas')
      }
    })
    for (const [id, before] of touched) {
      if (held.has(id)) continue
      const expected = plan.put.get(id) ?? (plan.remove.has(id) ? undefined : before)
      if (recordIn(store, id) !== expected && !sameRecord(recordIn(store, id), expected)) {
        this.#options.onSideEffect(id, expected)
      }
    }
  }

  /** What `merge` changes in the store as somebody else's change, each record as it was before. */
  #watch(merge: () => void): ReadonlyMap<string, TLRecord | undefined> {
    const touched = new Map<string, TLRecord | undefined>()
    const note = (id: string, before: TLRecord | undefined) => {
      if (!touched.has(id)) touched.set(id, before)
    }
    const { store } = this.#options
    const stop = store.listen(
      ({ changes }) => {
        for (const record of Object.values(changes.added)) note(record.id, undefined)
        for (const [from] of Object.values(changes.updated)) note(from.id, from)
        for (const record of Object.values(changes.removed)) note(record.id, record)
      },
      { source: 'remote', scope: 'document' },
    )
    try {
      merge()
      store._flushHistory()
    } finally {
      stop()
    }
    return touched
  }
}

/**
 * All or nothing: the store rolls back what a throwing merge has done. Bindings go before their shapes, and in a step of
 * their own: an arrow must not let go of a shape by itself when its owner has already done it.
 */
function tryMerge(store: TLStore, put: readonly TLRecord[], remove: readonly TLRecord[]): boolean {
  const ids = (bindings: boolean) =>
    remove.filter(({ typeName }) => (typeName === 'binding') === bindings).map((record) => record.id)
  try {
    store.mergeRemoteChanges(() => {
      store.put([...put])
      store.remove(ids(true))
      store.remove(ids(false))
    })
    return true
  } catch {
    return false
  }
}

/** Ids in the document are plain strings; the store's are branded with their type. */
export function recordIn(store: TLStore, id: string): TLRecord | undefined {
  return store.unsafeGetWithoutCapture(id as TLRecord['id'])
}

function sameRecord(a: TLRecord | undefined, b: TLRecord | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
