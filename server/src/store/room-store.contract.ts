import { expect, it } from 'vitest'
import type { OpenedStore } from './store.contract.ts'
import { makeRoom, NOON, sampleParticipant, sampleRoom } from './testing/sample-room.ts'

export function roomStoreContract(open: () => Promise<OpenedStore>): void {
  it('gives back a room, its round and its links as they were made, also after reopening', async () => {
    const { store, reopen } = await open()
    const made = sampleRoom('room')
    await store.rooms.createRoom(made)
    for (const current of [async () => store, reopen]) {
      const { rooms } = await current()
      expect(await rooms.room('room')).toStrictEqual(made.room)
      expect(await rooms.round('room-round')).toStrictEqual(made.round)
      expect(await rooms.roundsOf('room')).toStrictEqual([made.round])
      expect(await rooms.linksOf('room')).toStrictEqual(made.links)
      expect(await rooms.linkByDigest('digest of room-observer')).toStrictEqual(made.links[2])
    }
  })

  it('answers undefined or nothing for what there is not', async () => {
    const { store } = await open()
    expect(await store.rooms.room('room')).toBeUndefined()
    expect(await store.rooms.round('room-round')).toBeUndefined()
    expect(await store.rooms.roundsOf('room')).toStrictEqual([])
    expect(await store.rooms.linksOf('room')).toStrictEqual([])
    expect(await store.rooms.linkByDigest('digest')).toBeUndefined()
    expect(await store.rooms.participantByToken('digest')).toBeUndefined()
    expect(await store.rooms.participantsOf('room')).toStrictEqual([])
  })

  it('makes a room whole or not at all', async () => {
    const { store } = await open()
    const { room, round, links } = sampleRoom('room')
    const twice = [...links, ...links]
    await expect(store.rooms.createRoom({ room, round, links: twice })).rejects.toThrow(/unique/i)
    expect(await store.rooms.room('room')).toBeUndefined()
    expect(await store.rooms.round('room-round')).toBeUndefined()
    expect(await store.log.head('room-round')).toBeUndefined()
    await store.rooms.createRoom({ room, round, links })
    expect(await store.rooms.linksOf('room')).toHaveLength(3)
  })

  it('lists links and people oldest first, those of one moment in the order they came', async () => {
    const { store } = await open()
    await makeRoom(store)
    const names = ['zoe', 'bob', 'mia', 'alice']
    for (const name of names) await store.rooms.addParticipant(sampleParticipant(name))
    await store.rooms.addParticipant({ ...sampleParticipant('early'), joinedAt: NOON - 1 })
    const people = await store.rooms.participantsOf('room')
    expect(people.map(({ name }) => name)).toStrictEqual(['early', ...names])

    const added = {
      id: 'a-link',
      roomId: 'room',
      role: 'observer',
      digest: 'a digest',
      createdAt: NOON,
      revokedAt: null,
    } as const
    await store.rooms.addLink(added)
    expect((await store.rooms.linksOf('room')).at(-1)).toStrictEqual(added)
  })

  it('knows the holder of a token until their link is revoked', async () => {
    const { store, reopen } = await open()
    await makeRoom(store)
    const bob = sampleParticipant('bob')
    await store.rooms.addParticipant(bob)
    const carol = { ...sampleParticipant('carol'), linkId: 'room-observer', role: 'observer' } as const
    await store.rooms.addParticipant(carol)
    expect(await store.rooms.participantByToken(bob.tokenDigest)).toStrictEqual(bob)

    await store.rooms.revokeLink({ roomId: 'room', linkId: bob.linkId, at: NOON })
    for (const current of [async () => store, reopen]) {
      const { rooms } = await current()
      expect(await rooms.participantByToken(bob.tokenDigest)).toBeUndefined()
      expect(await rooms.participantByToken(carol.tokenDigest)).toStrictEqual(carol)
      expect(await rooms.participantsOf('room')).toStrictEqual([bob, carol])
    }
  })

  it('revokes a link of the room once, and keeps the first time', async () => {
    const { store } = await open()
    await makeRoom(store)
    await makeRoom(store, 'other')
    const revoke = { roomId: 'room', linkId: 'room-candidate', at: NOON + 1 }
    expect(await store.rooms.revokeLink({ ...revoke, roomId: 'other' })).toBe(false)
    expect(await store.rooms.revokeLink({ ...revoke, linkId: 'no-such-link' })).toBe(false)
    expect(await store.rooms.revokeLink(revoke)).toBe(true)
    expect(await store.rooms.revokeLink({ ...revoke, at: NOON + 2 })).toBe(false)
    const link = await store.rooms.linkByDigest('digest of room-candidate')
    expect(link?.revokedAt).toBe(NOON + 1)
    expect((await store.rooms.linksOf('room')).map(({ revokedAt }) => revokedAt)).toStrictEqual([
      null,
      NOON + 1,
      null,
    ])
  })

  it('gives a token and a capability to one holder only', async () => {
    const { store } = await open()
    await makeRoom(store)
    const bob = sampleParticipant('bob')
    await store.rooms.addParticipant(bob)
    await expect(store.rooms.addParticipant({ ...bob, id: 'mallory' })).rejects.toThrow(/unique/i)
    for (const link of sampleRoom('room').links) {
      await expect(store.rooms.addLink({ ...link, id: 'another' })).rejects.toThrow(/unique/i)
    }
  })

  it('[P15] refuses a stored question it cannot read, without quoting it', async () => {
    const { store, execute } = await open()
    await makeRoom(store)
    await execute(`update rounds set question = '{"id":"canary-of-the-question"}'`)
    await expect(store.rooms.round('room-round')).rejects.toMatchObject({ name: 'StoreDamaged' })
    await expect(store.rooms.round('room-round')).rejects.not.toThrow(/canary/)
    await execute(`update rounds set question = 'canary, not json'`)
    await expect(store.rooms.round('room-round')).rejects.toMatchObject({ name: 'StoreDamaged' })
    await expect(store.rooms.round('room-round')).rejects.not.toThrow(/canary/)
  })
}
