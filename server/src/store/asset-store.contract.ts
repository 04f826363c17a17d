import { expect, it } from 'vitest'
import type { AssetBounds } from './asset-store.ts'
import type { OpenedStore } from './store.contract.ts'
import { makeRoom, NOON, sampleImage } from './testing/sample-room.ts'

const WIDE: AssetBounds = { count: 1000, bytes: 1_000_000 }

export function assetStoreContract(open: () => Promise<OpenedStore>): void {
  it('gives back an image byte for byte, also after reopening', async () => {
    const { store, reopen } = await open()
    const asset = sampleImage(await makeRoom(store), 'a.png', everyByte())
    expect(await store.assets.put(asset, WIDE)).toBe('kept')
    expect(await store.assets.get(asset.roundId, 'a.png')).toStrictEqual(asset)
    const reopened = await reopen()
    expect(await reopened.assets.get(asset.roundId, 'a.png')).toStrictEqual(asset)
  })

  it('keeps the same content once, as it first came', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const first = sampleImage(roundId, 'a.png', Uint8Array.of(1, 2, 3))
    await store.assets.put(first, WIDE)
    const again = { ...first, uploadedBy: 'mallory', at: NOON + 1 }
    expect(await store.assets.put(again, WIDE)).toBe('there')
    expect(await store.assets.get(roundId, 'a.png')).toStrictEqual(first)
  })

  it('[P16] keeps what fits to the last byte, and nothing beyond it', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const put = (name: string, bytes: number) =>
      store.assets.put(sampleImage(roundId, name, new Uint8Array(bytes)), { count: 10, bytes: 1024 })
    expect(await put('a.png', 1000)).toBe('kept')
    expect(await put('b.png', 25)).toBe('too-large')
    expect(await store.assets.get(roundId, 'b.png')).toBeUndefined()
    expect(await put('c.png', 24)).toBe('kept')
    expect(await put('d.png', 1)).toBe('too-large')
  })

  it('[P16] keeps as many images as a round may have, whatever they weigh', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const put = (name: string) =>
      store.assets.put(sampleImage(roundId, name, Uint8Array.of(1)), { ...WIDE, count: 2 })
    expect([await put('a.png'), await put('b.png'), await put('c.png')]).toStrictEqual([
      'kept',
      'kept',
      'too-many',
    ])
    expect(await store.assets.get(roundId, 'c.png')).toBeUndefined()
  })

  it('[P16] has in a full round what it had, counted once, and room in the others', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const otherId = await makeRoom(store, 'other')
    const put = (id: string, name: string) =>
      store.assets.put(sampleImage(id, name, new Uint8Array(100)), { count: 2, bytes: 200 })
    expect([await put(roundId, 'a.png'), await put(roundId, 'a.png')]).toStrictEqual(['kept', 'there'])
    expect(await put(roundId, 'b.png')).toBe('kept')
    expect(await put(roundId, 'c.png')).toBe('too-many')
    expect([await put(roundId, 'a.png'), await put(roundId, 'b.png')]).toStrictEqual(['there', 'there'])
    expect(await put(otherId, 'c.png')).toBe('kept')
  })

  it('[P16] stays within the bounds when everything is put at once', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const names = Array.from({ length: 8 }, (_, index) => `${index}.png`)
    const put = (bounds: AssetBounds, prefix: string) =>
      Promise.all(
        names.map((name) =>
          store.assets.put(sampleImage(roundId, `${prefix}${name}`, new Uint8Array(100)), bounds),
        ),
      )
    const bySize = await put({ count: 100, bytes: 399 }, 'a')
    expect(bySize.toSorted()).toStrictEqual([
      ...Array<string>(3).fill('kept'),
      ...Array<string>(5).fill('too-large'),
    ])
    const byCount = await put({ count: 5, bytes: 10_000 }, 'b')
    expect(byCount.toSorted()).toStrictEqual([
      ...Array<string>(2).fill('kept'),
      ...Array<string>(6).fill('too-many'),
    ])
    const same = names.map(() => store.assets.put(sampleImage(roundId, 'same.png', Uint8Array.of(1)), WIDE))
    expect((await Promise.all(same)).toSorted()).toStrictEqual(['kept', ...Array<string>(7).fill('there')])
  })

  it('has an image only in the round it was put in', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const otherId = await makeRoom(store, 'other')
    await store.assets.put(sampleImage(roundId, 'a.png', Uint8Array.of(1)), WIDE)
    expect(await store.assets.get(otherId, 'a.png')).toBeUndefined()
    expect(await store.assets.get(roundId, 'b.png')).toBeUndefined()
    await expect(
      store.assets.put(sampleImage('no-such-round', 'a.png', Uint8Array.of(1)), WIDE),
    ).rejects.toThrow(/foreign key/i)
  })
}

function everyByte(): Uint8Array {
  return Uint8Array.from({ length: 100_000 }, (_, index) => (index * 31) % 256)
}
