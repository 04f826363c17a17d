import { expect, it } from 'vitest'
import type { StoredAsset } from './asset-store.ts'
import type { OpenedStore } from './store.contract.ts'
import { makeRoom, NOON } from './testing/sample-room.ts'

export function assetStoreContract(open: () => Promise<OpenedStore>): void {
  it('gives back an image byte for byte, also after reopening', async () => {
    const { store, reopen } = await open()
    const asset = image(await makeRoom(store), 'a.png', everyByte())
    await store.assets.put(asset)
    expect(await store.assets.get(asset.roundId, 'a.png')).toStrictEqual(asset)
    const reopened = await reopen()
    expect(await reopened.assets.get(asset.roundId, 'a.png')).toStrictEqual(asset)
  })

  it('keeps the same content once, as it first came', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const first = image(roundId, 'a.png', Uint8Array.of(1, 2, 3))
    await store.assets.put(first)
    await store.assets.put({ ...first, uploadedBy: 'mallory', at: NOON + 1 })
    expect(await store.assets.get(roundId, 'a.png')).toStrictEqual(first)
    expect(await store.assets.use(roundId)).toStrictEqual({ count: 1, bytes: 3 })
  })

  it('counts images and bytes by round', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const otherId = await makeRoom(store, 'other')
    expect(await store.assets.use(roundId)).toStrictEqual({ count: 0, bytes: 0 })
    await store.assets.put(image(roundId, 'a.png', new Uint8Array(1000)))
    await store.assets.put(image(roundId, 'b.gif', new Uint8Array(24)))
    await store.assets.put(image(otherId, 'a.png', new Uint8Array(7)))
    expect(await store.assets.use(roundId)).toStrictEqual({ count: 2, bytes: 1024 })
    expect(await store.assets.use(otherId)).toStrictEqual({ count: 1, bytes: 7 })
  })

  it('has an image only in the round it was put in', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const otherId = await makeRoom(store, 'other')
    await store.assets.put(image(roundId, 'a.png', Uint8Array.of(1)))
    expect(await store.assets.get(otherId, 'a.png')).toBeUndefined()
    expect(await store.assets.get(roundId, 'b.png')).toBeUndefined()
    await expect(store.assets.put(image('no-such-round', 'a.png', Uint8Array.of(1)))).rejects.toThrow(
      /foreign key/i,
    )
  })
}

function image(roundId: string, name: string, bytes: Uint8Array): StoredAsset {
  return { roundId, name, mimeType: 'image/png', bytes, uploadedBy: 'bob', at: NOON }
}

function everyByte(): Uint8Array {
  return Uint8Array.from({ length: 100_000 }, (_, index) => (index * 31) % 256)
}
