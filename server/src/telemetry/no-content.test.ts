import { expect, test } from 'vitest'
import { box } from '@drawbar/shared/board/testing/boards.ts'
import { writeRecord } from '@drawbar/shared/board/write-record.ts'
import { sampleQuestion } from '@drawbar/shared/testing/sample-question.ts'
import { offeredProtocols } from '@drawbar/shared/wire/protocol-version.ts'
import { png } from '../testing/images.ts'
import { joinSocket, openSocketPeer } from '../testing/socket-peer.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { joinByLink, newCommandId, readLink } from '../testing/test-person.ts'

const CANARY = 'canary7c41'

test('no line of the log holds a name, a text, a token, a link, an address or a query', async () => {
  const secrets: string[] = [CANARY, '127.0.0.1', '192.0.2.77']
  let logged: string
  {
    await using server = await startTestServer({
      questions: [sampleQuestion({ secret: CANARY })],
      rates: { exports: { points: 1, seconds: 60 } },
      trustProxy: 1,
    })
    const room = await server.createRoom()
    secrets.push(...Object.values(room.links).map((link) => readLink(link).capability))
    const alice = await joinByLink(server.url, { link: room.links.interviewer, name: `A ${CANARY}` })
    const bob = await joinByLink(server.url, { link: room.links.candidate, name: `B ${CANARY}` })
    secrets.push(alice.token, bob.token)
    const { roomId, roundId } = room

    // What works.
    await alice.command({ type: 'start-round' })
    await alice.command({ type: 'take-note', noteId: newCommandId(), text: CANARY, evidence: null })
    await bob.call(`/api/rounds/${roundId}/assets`, {
      raw: png(2, 2),
      headers: { 'content-type': 'image/png' },
    })
    await using peer = await joinSocket({
      server: server.url,
      roundId,
      token: bob.token,
      query: `?x=${CANARY}`,
    })
    writeRecord(peer.doc, undefined, box(CANARY, {}, CANARY))
    peer.doc.getMap('records').set(`shape:${CANARY}-broken`, { [CANARY]: CANARY })
    const mark = peer.mark()
    await Promise.race([peer.until(() => peer.acked >= mark), peer.closed])

    // What is refused.
    await server.call(`/${CANARY}?${CANARY}`)
    await server.call(`/api/${CANARY}?token=${CANARY}`)
    await server.call('/api/rooms', { raw: `{"${CANARY}`, headers: { 'content-type': 'application/json' } })
    await server.call('/api/rooms', { json: { questionId: CANARY, hostName: CANARY } })
    await server.call('/api/join', {
      json: { roomId, capability: CANARY, name: CANARY },
      headers: { 'x-forwarded-for': '192.0.2.77' },
    })
    await server.call(`/api/rounds/${CANARY}`, { token: CANARY.repeat(4) })
    await alice.command({ type: 'edit-note', noteId: CANARY, text: CANARY })
    await using stranger = openSocketPeer({
      server: server.url,
      roundId,
      protocols: offeredProtocols(CANARY.repeat(4)),
    })
    await stranger.closed
    await using elsewhere = openSocketPeer({ server: server.url, roundId: CANARY, token: bob.token })
    await elsewhere.closed
    for (const _ of [1, 2]) await bob.call(`/api/rounds/${roundId}/entries`)
    const made = await alice.call(`/api/rooms/${roomId}/links`, { json: { role: 'observer' } })
    secrets.push(readLink((made.body as { url: string }).url).capability)

    // What fails.
    await server.application.store[Symbol.asyncDispose]()
    expect((await server.call('/readyz')).status).toBe(503)
    expect((await bob.call(`/api/rounds/${roundId}`)).status).toBe(500)
    logged = server.logged()
  }
  for (const what of ['listening', 'room created', 'joined', 'connected', 'request failed', 'answered']) {
    expect(logged).toContain(`"msg":"${what}"`)
  }
  for (const secret of secrets) expect(logged).not.toContain(secret)
})
