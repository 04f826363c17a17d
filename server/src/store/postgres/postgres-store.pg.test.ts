import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { serviceUrl } from '../../testing/service-url.ts'
import { startTcpProxy, type TcpProxy } from '../../testing/tcp-proxy.ts'
import { storeContract, type OpenedStore } from '../store.contract.ts'
import type { Store } from '../store.ts'
import { boardEntry, eventEntry, makeRoom, sampleImage } from '../testing/sample-room.ts'
import { openPostgresStore, type PostgresStoreOptions } from './postgres-store.ts'
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts'

const serverUrl = serviceUrl('TEST_DATABASE_URL') ?? ''

describe.skipIf(serverUrl === '')('PostgreSQL', () => {
  let shared: TestDatabase
  beforeAll(async () => {
    shared = await createTestDatabase(serverUrl)
  })
  afterAll(() => shared[Symbol.asyncDispose]())

  storeContract('PostgreSQL', async (): Promise<OpenedStore> => {
    let store = await openPostgresStore({ url: shared.url })
    return {
      store,
      execute: shared.execute,
      async reopen() {
        await store[Symbol.asyncDispose]()
        store = await openPostgresStore({ url: shared.url })
        return store
      },
      async dispose() {
        await store[Symbol.asyncDispose]()
        await shared.execute('truncate rooms, probes cascade')
      },
    }
  })

  describe('shared by several servers', () => {
    it('[P8] shows no reader a gap while two servers append to the same rounds', async () => {
      const { open } = await database()
      const [first, second, reader] = [await open(), await open(), await open()]
      const roundIds = [await makeRoom(first, 'one'), await makeRoom(first, 'two')]
      const each = 60
      const seen = new Map(roundIds.map((roundId) => [roundId, new Array<number>()]))
      let writing = true

      const write = async (store: Store, order: readonly string[], byte: number) => {
        for (let turn = 0; turn < each; turn += 1) {
          await store.log.append(
            order.map((roundId) => ({ roundId, entries: [boardEntry(byte), boardEntry(turn)] })),
          )
        }
      }
      const tail = async () => {
        for (let last = !writing; ; last = !writing) {
          for (const [roundId, seqs] of seen) {
            const entries = await reader.log.read(roundId, { after: seqs.length, limit: 7 })
            seqs.push(...entries.map(({ seq }) => seq))
          }
          const heads = await Promise.all(roundIds.map((roundId) => reader.log.head(roundId)))
          const done = roundIds.every((roundId, index) => seen.get(roundId)?.length === heads[index]?.seq)
          if (last && done) return
        }
      }
      const writers = [
        write(first, roundIds, 1),
        write(first, roundIds.toReversed(), 2),
        write(second, roundIds, 3),
        write(second, roundIds.toReversed(), 4),
      ]
      const tailing = tail()
      await Promise.all(writers)
      writing = false
      await tailing
      const counted = Array.from({ length: each * writers.length * 2 }, (_, index) => index + 1)
      for (const seqs of seen.values()) expect(seqs).toStrictEqual(counted)
    })

    it('[P3] lets one of two servers decide', async () => {
      const { open } = await database()
      const [first, second] = [await open(), await open()]
      const roundId = await makeRoom(first)
      for (let turn = 0; turn < 20; turn += 1) {
        const results = await Promise.all(
          [first, second].map((store, index) =>
            store.log.append([
              { roundId, entries: [eventEntry(`command-${turn}-${index}`)], expectEventSeq: turn },
            ]),
          ),
        )
        expect(
          results
            .flat()
            .map(({ kind }) => kind)
            .toSorted(),
        ).toStrictEqual(['appended', 'conflict'])
      }
      expect(await second.log.head(roundId)).toStrictEqual({ seq: 20, eventSeq: 20 })
    })

    it('[P16] lets an image wait for another of its round at any server, and no edit', async () => {
      const { store, other, proxy, roundId } = await storeBehindProxy()
      const put = (at: Store, name: string) =>
        at.assets.put(sampleImage(roundId, name, Uint8Array.of(1)), { count: 1, bytes: 100 })
      proxy.holdFrom('insert into "assets"')
      const first = put(store, 'a.png')
      await vi.waitFor(() => expect(proxy.holding).toBe(true))
      const second = put(other, 'b.png')
      expect(await other.log.append([{ roundId, entries: [boardEntry(1)] }])).toMatchObject([
        { kind: 'appended' },
      ])
      proxy.restore()
      expect(await Promise.all([first, second])).toStrictEqual(['kept', 'too-many'])
    })

    it('[P14] makes the tables once when several servers start together', async () => {
      const { url } = await database()
      const stores = await Promise.all(Array.from({ length: 4 }, () => openPostgresStore({ url })))
      for (const store of stores) await expect(store.rooms.room('room')).resolves.toBeUndefined()
      await Promise.all(stores.map((store) => store[Symbol.asyncDispose]()))
    })

    it('[P9] waits for a server that hangs in the middle of an append only as long as it may hang', async () => {
      const { store, other, proxy, roundId } = await storeBehindProxy({ patienceMs: 400 })
      proxy.holdFrom('commit')
      const hanging = store.log.append([{ roundId, entries: [boardEntry(1)] }])
      await expect(hanging).rejects.toThrow(/timeout|terminat/)
      const next = await other.log.append([{ roundId, entries: [boardEntry(2)] }])
      expect(next).toStrictEqual([{ kind: 'appended', firstSeq: 1, lastSeq: 1 }])
    })

    it('[P9] does not wait for a lock for ever', async () => {
      const { open, execute } = await database()
      const store = await open({ patienceMs: 300 })
      const roundId = await makeRoom(store)
      await execute(`begin; update heads set seq = seq where round_id = '${roundId}'`)
      await expect(store.log.append([{ roundId, entries: [boardEntry(1)] }])).rejects.toThrow(/timeout/)
      await execute('rollback')
      expect(await store.log.append([{ roundId, entries: [boardEntry(2)] }])).toMatchObject([{ firstSeq: 1 }])
    })
  })

  describe('when the database is away', () => {
    it('[P9] rejects at once when the connection is cut, and goes on when it is back', async () => {
      const { store, proxy, roundId } = await storeBehindProxy()
      proxy.cut()
      await expect(store.log.append([{ roundId, entries: [boardEntry(1)] }])).rejects.toThrow(
        /terminated|reset/i,
      )
      await expect(store.probe()).rejects.toThrow(/terminated|reset/i)
      await expect(store.log.head(roundId)).rejects.toThrow(/terminated|reset/i)
      proxy.restore()
      await store.probe()
      expect(await store.log.append([{ roundId, entries: [boardEntry(2)] }])).toMatchObject([{ firstSeq: 1 }])
    })

    it('[P9] rejects, and lets the others go on, when the connection is cut in the middle of an append', async () => {
      const { store, other, proxy, roundId } = await storeBehindProxy()
      proxy.holdFrom('insert into "entries"')
      const outcome = Promise.allSettled([store.log.append([{ roundId, entries: [boardEntry(1)] }])])
      await vi.waitFor(() => expect(proxy.holding).toBe(true))
      proxy.cut()
      expect(await outcome).toMatchObject([{ status: 'rejected' }])
      expect(await other.log.append([{ roundId, entries: [boardEntry(2)] }])).toMatchObject([{ firstSeq: 1 }])
      proxy.restore()
      expect(await store.log.append([{ roundId, entries: [boardEntry(3)] }])).toMatchObject([{ firstSeq: 2 }])
    })

    it('[P9] tells of an idle connection that broke', async () => {
      const onConnectionLost = vi.fn<(error: Error) => void>()
      const { proxy } = await storeBehindProxy({ onConnectionLost })
      expect(onConnectionLost).not.toHaveBeenCalled()
      proxy.cut()
      await vi.waitFor(() => expect(onConnectionLost).toHaveBeenCalledOnce())
    })

    it('[P9] rejects in time when the database says nothing, and drops that connection', async () => {
      const { store, proxy, roundId } = await storeBehindProxy({ patienceMs: 200, connections: 1 })
      proxy.mute()
      await expect(store.log.append([{ roundId, entries: [boardEntry(1)] }])).rejects.toThrow(
        /timeout|terminated/,
      )
      await expect(store.probe()).rejects.toThrow(/timeout|terminated/)
      proxy.restore()
      await vi.waitFor(() => store.probe())
      expect(await store.log.append([{ roundId, entries: [boardEntry(2)] }])).toMatchObject([
        { kind: 'appended' },
      ])
    })

    it('[P10] knows a command again whose commit it could not answer', async () => {
      const { store, other, proxy, roundId } = await storeBehindProxy({ patienceMs: 300 })
      const entries = [boardEntry(1), eventEntry('command-1')]
      const append = { roundId, entries, expectEventSeq: 0 }
      proxy.muteAfter('commit')
      await expect(store.log.append([append])).rejects.toThrow(/timeout/)
      proxy.restore()
      expect(await other.log.head(roundId)).toStrictEqual({ seq: 2, eventSeq: 2 })
      expect(await store.log.append([append])).toStrictEqual([{ kind: 'duplicate', seq: 2 }])
      expect(await other.log.head(roundId)).toStrictEqual({ seq: 2, eventSeq: 2 })
    })

    it('[P9] says which database it could not use, without the password', async () => {
      const url = new URL(serverUrl)
      url.password = 'a-secret'
      url.pathname = '/no-such-database'
      const opening = openPostgresStore({ url: url.href })
      await expect(opening).rejects.toMatchObject({ name: 'StoreUnreachable' })
      await expect(opening).rejects.toThrow(`${url.host}/no-such-database`)
      await expect(opening).rejects.not.toThrow(/a-secret/)
    })
  })

  it('[P14] refuses tables that a newer version has changed', async () => {
    const { url, open, execute } = await database()
    await open()
    await execute(
      `insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01T00:00:00Z')`,
    )
    await expect(openPostgresStore({ url })).rejects.toMatchObject({ name: 'StoreTooNew' })
    await expect(openPostgresStore({ url })).rejects.toThrow(/9999-later/)
  })

  it('[P15] keeps values out of its errors', async () => {
    const { open } = await database()
    const store = await open()
    const roundId = await makeRoom(store)
    const entry = { ...eventEntry('command-1'), by: 'canary', audience: 'everybody' as 'all' }
    const error: unknown = await store.log
      .append([{ roundId, entries: [entry] }])
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(JSON.stringify({ ...Object(error), message: String(error) })).not.toMatch(/canary/)
  })
})

/** A database of its own for the test that runs. */
async function database() {
  const created = await createTestDatabase(serverUrl)
  const stores: Store[] = []
  onTestFinished(async () => {
    await Promise.all(stores.map((store) => store[Symbol.asyncDispose]()))
    await created[Symbol.asyncDispose]()
  })
  async function open(options: Partial<PostgresStoreOptions> = {}): Promise<Store> {
    const store = await openPostgresStore({ url: created.url, ...options })
    stores.push(store)
    return store
  }
  return { url: created.url, execute: created.execute, open }
}

/** A store with a round that reaches its database through `proxy`, and another that reaches it directly. */
async function storeBehindProxy(options: Partial<PostgresStoreOptions> = {}): Promise<{
  store: Store
  other: Store
  proxy: TcpProxy
  roundId: string
}> {
  const { url, open } = await database()
  const direct = new URL(url)
  const proxy = await startTcpProxy({ host: direct.hostname, port: Number(direct.port || 5432) })
  onTestFinished(() => proxy[Symbol.asyncDispose]())
  const through = new URL(url)
  through.hostname = '127.0.0.1'
  through.port = `${proxy.port}`
  const other = await open()
  const store = await open({ url: through.href, ...options })
  return { store, other, proxy, roundId: await makeRoom(store) }
}
