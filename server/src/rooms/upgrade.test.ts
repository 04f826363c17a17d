import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { boardSchemaHash } from '@drawbar/shared/board/board-schema.ts'
import { FIRST_SCHEMA_HASH } from '@drawbar/shared/board/first-schema.ts'
import { metaOf, recordsOf } from '@drawbar/shared/board/layout.ts'
import { boardOf, box, shapeId } from '@drawbar/shared/board/testing/boards.ts'
import { SERVER } from '@drawbar/shared/log/entry.ts'
import { ROUND_ID, World } from './testing/world.ts'

/** A log that an earlier version began: one board entry with a box. */
async function earlierRound(change: (doc: Y.Doc) => void): Promise<World> {
  const world = new World()
  const doc = boardOf(box('a', {}, 'API'))
  change(doc)
  await world.log.append([
    {
      roundId: ROUND_ID,
      entries: [{ kind: 'board', at: 1, by: SERVER, audience: 'all', update: Y.encodeStateAsUpdate(doc) }],
    },
  ])
  return world
}

test('[L15] a round of an earlier version is brought up to date, and the log has the change', async () => {
  await using world = await earlierRound((doc) => {
    metaOf(doc).set('schema', FIRST_SCHEMA_HASH)
    metaOf(doc).delete('sequences')
  })
  const alice = world.client('alice').connect(await world.node().open())
  await world.rest()
  expect(alice.records().map(({ id }) => id)).toContain(shapeId('a'))
  expect(metaOf(alice.doc).get('schema')).toBe(boardSchemaHash())

  const written = await world.log.read(ROUND_ID, { after: 1, limit: 10 })
  expect(written.filter(({ kind }) => kind === 'board')).toMatchObject([{ by: SERVER }])
  const bob = world.client('bob').connect(await world.node().open())
  await world.rest()
  expect(metaOf(bob.doc).get('schema')).toBe(boardSchemaHash())
  expect(
    (await world.log.read(ROUND_ID, { after: 1, limit: 10 })).filter(({ kind }) => kind === 'board'),
  ).toHaveLength(1)
})

test('[L15] what the log gets is the change alone, not what waits for a lost update', async () => {
  await using world = await earlierRound((doc) => {
    metaOf(doc).set('schema', FIRST_SCHEMA_HASH)
    metaOf(doc).delete('sequences')
  })
  const [first] = await world.log.read(ROUND_ID, { after: 0, limit: 1 })
  if (first?.kind !== 'board') throw new Error('no board')
  const client = new Y.Doc()
  Y.applyUpdate(client, first.update)
  recordsOf(client).get(shapeId('a'))?.set('g', [1, 1, 0])
  const lost = Y.encodeStateVector(client)
  recordsOf(client).get(shapeId('a'))?.set('g', [2, 2, 0])
  const update = Y.encodeStateAsUpdate(client, lost)
  await world.log.append([
    { roundId: ROUND_ID, entries: [{ kind: 'board', at: 2, by: SERVER, audience: 'all', update }] },
  ])
  world.client('alice').connect(await world.node().open())
  await world.rest()

  const written = await world.log.read(ROUND_ID, { after: 2, limit: 10 })
  const reader = new Y.Doc()
  Y.applyUpdate(reader, first.update)
  for (const entry of written) if (entry.kind === 'board') Y.applyUpdate(reader, entry.update)
  expect(metaOf(reader).get('schema')).toBe(boardSchemaHash())
  expect(reader.store.pendingStructs).toBeNull()
})

test('[L15] a round that a newer version has changed is refused, and nothing is written', async () => {
  await using world = await earlierRound((doc) => {
    metaOf(doc).set('schema', 'f'.repeat(16))
    metaOf(doc).set('sequences', { 'com.tldraw.shape.geo': 999 })
  })
  const { rounds } = world.node()
  expect(await rounds.open(ROUND_ID)).toMatchObject({ ok: false, refusal: { code: 'unavailable' } })
  expect(await world.log.read(ROUND_ID, { after: 1, limit: 10 })).toEqual([])
})

test('[L15] [R13] a process that hears of a newer one’s upgrade leaves it as it is', async () => {
  await using world = new World()
  const east = world.node({ alone: false })
  const west = world.node({ alone: false })
  world.client('alice').connect(await east.open())
  const bob = world.client('bob').connect(await west.open())
  await world.rest()
  const newer = new Y.Doc()
  for (const entry of await world.log.read(ROUND_ID, { after: 0, limit: 10 })) {
    if (entry.kind === 'board') Y.applyUpdate(newer, entry.update)
  }
  const before = Y.encodeStateVector(newer)
  metaOf(newer).set('schema', 'f'.repeat(16))
  await world.log.append([
    {
      roundId: ROUND_ID,
      entries: [
        { kind: 'board', at: 2, by: SERVER, audience: 'all', update: Y.encodeStateAsUpdate(newer, before) },
      ],
    },
  ])
  const { length } = world.log.entries(ROUND_ID)
  await world.rest(10_000)
  expect(metaOf(bob.doc).get('schema')).toBe('f'.repeat(16))
  expect(world.log.entries(ROUND_ID)).toHaveLength(length)
})
