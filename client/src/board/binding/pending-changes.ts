import type { RecordsDiff, TLRecord } from 'tldraw'

/**
 * What the person at this page has changed and the document does not know yet: each touched record as it was before
 * the first of these changes (undefined: it did not exist). What it is now, the store knows.
 */
export class PendingChanges {
  #before = new Map<string, TLRecord | undefined>()

  get size(): number {
    return this.#before.size
  }

  add({ added, updated, removed }: RecordsDiff<TLRecord>): void {
    for (const record of Object.values(added)) this.#touch(record.id, undefined)
    for (const [from] of Object.values(updated)) this.#touch(from.id, from)
    for (const record of Object.values(removed)) this.#touch(record.id, record)
  }

  /** One record that is not what it should be: `before` is what the document holds. */
  addOne(id: string, before: TLRecord | undefined): void {
    this.#touch(id, before)
  }

  /** Hands everything over and starts anew. */
  take(): ReadonlyMap<string, TLRecord | undefined> {
    const taken = this.#before
    this.#before = new Map()
    return taken
  }

  #touch(id: string, before: TLRecord | undefined): void {
    if (!this.#before.has(id)) this.#before.set(id, before)
  }
}
