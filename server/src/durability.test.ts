import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CLOSE } from '@drawbar/shared/wire/close-code.ts'
import { roomCreatedSchema } from '@drawbar/shared/wire/http.ts'
import { startChildServer, type ChildServer } from './testing/child-server.ts'
import { draggedTo, startDragging } from './testing/dragging.ts'
import { joinSocket } from './testing/socket-peer.ts'
import { call, joinByLink, type TestPerson } from './testing/test-person.ts'

const KILLS = 6
const LONGEST_LIFE_MS = 400
/** Set DRAWBAR_SEED to the seed of a failure to kill at the same moments again. */
const SEED = Number(process.env['DRAWBAR_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'drawbar-kill-'))
})

afterEach(() => rm(dataDir, { recursive: true }))

async function inviteWriters(server: ChildServer): Promise<TestPerson[]> {
  const catalogue = (await call(`${server.url}/api/questions`)).body as { questions: { id: string }[] }
  const questionId = catalogue.questions[0]?.id
  const made = await call(`${server.url}/api/rooms`, { json: { questionId, hostName: 'Alice' } })
  const { links } = roomCreatedSchema.parse(made.body)
  return [
    await joinByLink(server.url, { link: links.interviewer, name: 'Alice' }),
    await joinByLink(server.url, { link: links.candidate, name: 'Bob' }),
  ]
}

test(`[P11] what was acknowledged survives kill -9, ${KILLS} times in the middle of a drag (DRAWBAR_SEED=${SEED})`, async () => {
  const random = mulberry32(SEED)
  const saved = new Map<string, number>()
  let people: TestPerson[] = []
  for (let life = 0; life <= KILLS; life += 1) {
    await using server = await startChildServer({ dataDir })
    if (life === 0) people = await inviteWriters(server)
    const [alice, bob] = people
    if (!alice || !bob) throw new Error('nobody was invited')
    const at = { server: server.url, roundId: alice.roundId }

    // A fresh document each time: nothing a client still holds can heal what the server has lost.
    await using aliceHere = await joinSocket({ ...at, token: alice.token })
    const lost = [...saved].filter(([name, x]) => (draggedTo(aliceHere.doc, name) ?? -1) < x)
    expect(lost).toEqual([])
    if (life === KILLS) break

    await using bobHere = await joinSocket({ ...at, token: bob.token })
    const drags = [startDragging(aliceHere, `alice-${life}`), startDragging(bobHere, `bob-${life}`)]
    await Promise.all([aliceHere, bobHere].map((peer) => peer.until(() => peer.acked > 0)))
    setTimeout(() => server.kill('SIGKILL'), random() * LONGEST_LIFE_MS)
    await server.exited
    await Promise.all([aliceHere.closed, bobHere.closed])
    for (const drag of drags) {
      drag.stop()
      saved.set(drag.name, drag.savedX())
    }
  }
  expect(saved.size).toBe(KILLS * 2)
}, 240_000)

test('[G11] SIGTERM in the middle of a drag tells everyone, loses nothing acknowledged, and ends by itself', async () => {
  let person: TestPerson | undefined
  let savedX = 0
  {
    await using server = await startChildServer({ dataDir })
    const [alice] = await inviteWriters(server)
    if (!alice) throw new Error('nobody was invited')
    person = alice
    await using peer = await joinSocket({ server: server.url, roundId: alice.roundId, token: alice.token })
    const drag = startDragging(peer, 'alice')
    await peer.until(() => peer.acked > 5)
    server.kill('SIGTERM')
    expect(await peer.closed).toBe(CLOSE.draining)
    drag.stop()
    savedX = drag.savedX()
    expect(peer.controls.some((control) => control.type === 'going-away')).toBe(true)
    expect(await server.exited).toEqual({ code: 0, signal: null })
    expect(server.stderr()).toContain('"msg":"stopped"')
  }
  await using again = await startChildServer({ dataDir })
  await using peer = await joinSocket({ server: again.url, roundId: person.roundId, token: person.token })
  expect(draggedTo(peer.doc, 'alice')).toBeGreaterThanOrEqual(savedX)
}, 120_000)

/** A generator with a period of 2^32, so that a seed says everything. */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
