import { describe, expect, it, onTestFinished } from 'vitest'
import { assetStoreContract } from './asset-store.contract.ts'
import { logStoreContract } from './log-store.contract.ts'
import { roomStoreContract } from './room-store.contract.ts'
import type { Store } from './store.ts'
import { eventEntry, makeRoom } from './testing/sample-room.ts'

/** A store with nothing in it yet, and what the suite may do behind its back. */
export interface OpenedStore {
  readonly store: Store
  /** Runs SQL on the same database past the store, to damage what it holds. */
  execute(sql: string): Promise<void>
  /** Closes the store and opens it again on the same database. */
  reopen(): Promise<Store>
  /** Removes the database with everything in it. */
  dispose(): Promise<void>
}

const GONE = /destroyed|closed|after calling end/

/** What every {@link Store} must do. Rules P… are in docs/sync.spec.md. */
export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  async function openForTest(): Promise<OpenedStore> {
    const opened = await open()
    onTestFinished(opened.dispose)
    return opened
  }

  describe(`Store: ${name}`, () => {
    describe('rooms', () => {
      roomStoreContract(openForTest)
    })
    describe('log', () => {
      logStoreContract(openForTest)
    })
    describe('assets', () => {
      assetStoreContract(openForTest)
    })

    it('takes a probe, again and again', async () => {
      const { store } = await openForTest()
      await store.probe()
      await expect(store.probe()).resolves.toBeUndefined()
    })

    it('[P11] has what it took when it was closed in the middle of much else', async () => {
      const { store, reopen } = await openForTest()
      const roundId = await makeRoom(store)
      const appending = Array.from({ length: 40 }, (_, index) =>
        store.log.append([{ roundId, entries: [eventEntry(`command-${index}`)] }]),
      )
      await appending[0]
      const closing = reopen()
      const settled = await Promise.allSettled(appending)
      const reopened = await closing
      const kept = await reopened.log.readEvents(roundId, 0)
      const seqs = new Map(kept.map(({ commandId, seq }) => [commandId, seq]))
      for (const [index, result] of settled.entries()) {
        if (result.status === 'rejected') continue
        const seq = seqs.get(`command-${index}`)
        expect(result.value).toStrictEqual([{ kind: 'appended', firstSeq: seq, lastSeq: seq }])
      }
      expect([...seqs.values()]).toStrictEqual(kept.map((_, index) => index + 1))
      expect(await reopened.log.head(roundId)).toStrictEqual({ seq: kept.length, eventSeq: kept.length })
    })

    it('rejects everything after it was disposed of', async () => {
      const { store } = await openForTest()
      await store[Symbol.asyncDispose]()
      await expect(store.probe()).rejects.toThrow(GONE)
      await expect(makeRoom(store)).rejects.toThrow(GONE)
      await expect(store[Symbol.asyncDispose]()).resolves.toBeUndefined()
    })
  })
}
