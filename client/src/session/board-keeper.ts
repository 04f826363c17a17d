import { recordsOf } from '@drawbar/shared/board/layout.ts'
import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import { copyName, findCopy, forgetCopy, noteCopy, oldCopies, type LocalCopy } from './local-copies.ts'
import type { Surroundings } from './surroundings.ts'

/** Longest wait for the browser's database before going on without it. */
const OPEN_TIMEOUT_MS = 3_000
const WAITING = 'waiting:'

export interface BoardKeeperOptions {
  readonly roundId: string
  readonly participantId: string
  readonly schemaHash: string
  readonly doc: Y.Doc
  readonly surroundings: Surroundings
}

/**
 * Keeps the board in this browser, so that edits made offline survive a reload. Beside the document it keeps how many
 * edits have not been acknowledged, per page that made them: what waits is counted by edits, also after a reload.
 */
export class BoardKeeper {
  readonly #options: BoardKeeperOptions
  readonly #storage: Storage
  #copy: LocalCopy | null = null
  #database: IndexeddbPersistence | null = null
  /** Counts that earlier pages left, by their keys. */
  #left: string[] = []
  #waiting = 0
  #written = 0
  #writing = false

  /** Null where the browser keeps nothing. */
  static create(options: BoardKeeperOptions): BoardKeeper | null {
    const { localStorage, keepsBoards } = options.surroundings
    return localStorage && keepsBoards ? new BoardKeeper(options, localStorage) : null
  }

  private constructor(options: BoardKeeperOptions, storage: Storage) {
    this.#options = options
    this.#storage = storage
  }

  /** The rebuild of the board that the open copy belongs to. */
  get epoch(): number | null {
    return this.#copy?.epoch ?? null
  }

  /** Loads the copy of an earlier visit into the document, if there is one. Tells how many of its edits wait. */
  async load(): Promise<{ readonly found: boolean; readonly waiting: number }> {
    const { doc, surroundings } = this.#options
    for (const { name } of oldCopies(this.#storage, surroundings.now())) {
      forgetCopy(this.#storage, name)
      await clearDocument(name)
    }
    const copy = findCopy(this.#storage, this.#options)
    if (!copy) return { found: false, waiting: 0 }
    const waiting = await this.#open(copy.epoch)
    return { found: recordsOf(doc).size > 0, waiting }
  }

  /** Starts keeping the board under the rebuild the server named, unless it is kept already. */
  async keep(epoch: number): Promise<void> {
    if (!this.#database) await this.#open(epoch)
  }

  /** Remembers how many of this page's edits are not acknowledged. At 0 everything of earlier pages has arrived too. */
  setWaiting(waiting: number): void {
    this.#waiting = waiting
    void this.#writeWaiting()
  }

  /** The round is over, or the board was rebuilt: the copy has no use any more. */
  async forget(): Promise<void> {
    const database = this.#database
    this.#database = null
    if (!this.#copy) return
    forgetCopy(this.#storage, this.#copy.name)
    this.#copy = null
    await database?.clearData()
  }

  /** Leaves the copy where it is and closes it. */
  async close(): Promise<void> {
    const database = this.#database
    this.#database = null
    await database?.destroy()
  }

  async #open(epoch: number): Promise<number> {
    const { roundId, participantId, schemaHash, doc, surroundings } = this.#options
    const name = copyName({ roundId, participantId, epoch, schemaHash })
    this.#copy = { name, roundId, participantId, epoch, schemaHash, at: surroundings.now() }
    noteCopy(this.#storage, this.#copy)
    const database = new IndexeddbPersistence(name, doc)
    this.#database = database
    const opened = await Promise.race([
      database.whenSynced.then(() => true),
      new Promise<false>((resolve) => {
        surroundings.after(OPEN_TIMEOUT_MS, () => resolve(false))
      }),
    ])
    return opened ? this.#readLeft(database) : 0
  }

  async #readLeft(database: IndexeddbPersistence): Promise<number> {
    const rows = await readCustom(database)
    const left = rows.filter(([key]) => key.startsWith(WAITING))
    this.#left = left.map(([key]) => key)
    return left.reduce((sum, [, value]) => sum + (typeof value === 'number' ? value : 0), 0)
  }

  /** One write at a time, and always the newest count. */
  async #writeWaiting(): Promise<void> {
    const database = this.#database
    if (this.#writing || !database?.db || this.#written === this.#waiting) return
    this.#writing = true
    try {
      const waiting = this.#waiting
      const own = `${WAITING}${this.#options.doc.clientID}`
      if (waiting > 0) await database.set(own, waiting)
      else for (const key of [own, ...this.#left.splice(0)]) await database.del(key)
      this.#written = waiting
    } finally {
      this.#writing = false
    }
    await this.#writeWaiting()
  }
}

/** y-indexeddb reads single keys of its second store; what is asked here is which there are. */
function readCustom(database: IndexeddbPersistence): Promise<[string, unknown][]> {
  const { db } = database
  if (!db) return Promise.resolve([])
  return new Promise((resolve, reject) => {
    const rows: [string, unknown][] = []
    const request = db.transaction('custom', 'readonly').objectStore('custom').openCursor()
    request.addEventListener('success', () => {
      const cursor = request.result
      if (!cursor) {
        resolve(rows)
        return
      }
      if (typeof cursor.key === 'string') rows.push([cursor.key, cursor.value])
      cursor.continue()
    })
    request.addEventListener('error', () => reject(request.error ?? new Error('The copy could not be read.')))
  })
}
