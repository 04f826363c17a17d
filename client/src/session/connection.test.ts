import { boardOf, box } from '@drawbar/shared/board/testing/boards.ts'
import { writeRecord } from '@drawbar/shared/board/write-record.ts'
import { CLOSE } from '@drawbar/shared/wire/close-code.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Connection } from './connection.ts'
import type { SaveState } from './save-state.ts'
import { FakeBrowser } from './testing/fake-surroundings.ts'

const opened: Connection[] = []
afterEach(() => {
  for (const connection of opened.splice(0)) connection.leave()
})

function connect({ epoch = null as number | null } = {}) {
  const browser = new FakeBrowser()
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const lines: boolean[] = []
  const closed: number[] = []
  const saves: SaveState[] = []
  const controls: unknown[] = []
  const connection = new Connection({
    roundId: 'round-1',
    token: 'token-1',
    doc,
    awareness,
    schemaHash: 'hash',
    epoch: () => epoch,
    surroundings: browser.surroundings,
    onControl: (message) => controls.push(message),
    onLine: (up) => lines.push(up),
    onSave: (save) => saves.push(save),
    onClosed: (code) => closed.push(code),
  })
  opened.push(connection)
  connection.connect()
  return { browser, doc, awareness, connection, lines, closed, saves, controls }
}

/** Connected, compared, and asked by the server for what it lacks. */
async function online(options: Parameters<typeof connect>[0] = {}) {
  const page = connect(options)
  const board = boardOf()
  page.browser.socket.accept()
  page.browser.socket.sync(board)
  await Promise.resolve()
  return { ...page, board }
}

function edit(doc: Y.Doc, name: string): void {
  writeRecord(doc, undefined, box(name))
}

describe('connecting', () => {
  test('offers the token as a subprotocol; the address has version and schema, and the rebuild once known', () => {
    expect(connect().browser.socket).toMatchObject({
      url: 'ws://drawbar.test/ws/rounds/round-1?v=1&s=hash',
      protocols: ['drawbar.v1', 'bearer.token-1'],
    })
    expect(connect({ epoch: 4 }).browser.socket.url).toBe(
      'ws://drawbar.test/ws/rounds/round-1?v=1&s=hash&e=4',
    )
  })

  test('is up once the board has been compared', async () => {
    const page = connect()
    page.browser.socket.accept()
    expect(page.lines).toEqual([])
    page.browser.socket.sync(boardOf(box('a')))
    expect(page.lines).toEqual([true])
    expect(page.doc.getMap('records').has(box('a').id)).toBe(true)
  })
})

describe('saving', () => {
  test('[N1] marks follow the edits, one at a time, until the newest is acknowledged', async () => {
    const { browser, doc, connection } = await online()
    edit(doc, 'a')
    edit(doc, 'b')
    const kinds = browser.socket.sent.map(({ type }) => type)
    expect(kinds.slice(-3)).toEqual(['sync-update', 'mark', 'sync-update'])
    expect(browser.socket.marks()).toEqual([1])
    expect(connection.save).toEqual({ state: 'saving', waiting: 2 })
    browser.socket.receive({ type: 'mark', n: 1 })
    expect(connection.save).toEqual({ state: 'saving', waiting: 1 })
    expect(browser.socket.marks()).toEqual([1, 2])
    browser.socket.receive({ type: 'mark', n: 2 })
    expect(connection.save).toEqual({ state: 'saved', waiting: 0 })
  })

  test('[N1] what was made before the comparison is marked after it has been handed over', async () => {
    const { browser, doc, connection } = connect()
    edit(doc, 'early')
    browser.socket.accept()
    expect(browser.socket.marks()).toEqual([])
    browser.socket.sync(boardOf())
    await Promise.resolve()
    const kinds = browser.socket.sent.map(({ type }) => type)
    expect(kinds.indexOf('mark')).toBeGreaterThan(kinds.indexOf('sync-step2'))
    browser.socket.receive({ type: 'mark', n: 1 })
    expect(connection.save).toEqual({ state: 'saved', waiting: 0 })
  })

  test('[N1] edits of a lost connection wait, and are marked anew on the next one', async () => {
    const { browser, doc, connection, board } = await online()
    edit(doc, 'a')
    browser.socket.hangUp(1006)
    edit(doc, 'b')
    expect(connection.save).toEqual({ state: 'offline', waiting: 2 })
    browser.advance(2_600)
    browser.socket.accept()
    browser.socket.sync(board)
    await Promise.resolve()
    const handed = browser.socket.sent.find(({ type }) => type === 'sync-step2')
    if (handed?.type !== 'sync-step2') throw new Error('Nothing was handed over.')
    Y.applyUpdate(board, handed.update)
    expect([...board.getMap('records').keys()]).toEqual(expect.arrayContaining([box('a').id, box('b').id]))
    expect(browser.socket.marks()).toEqual([2])
    browser.socket.receive({ type: 'mark', n: 2 })
    expect(connection.save).toEqual({ state: 'saved', waiting: 0 })
  })

  test('what others do is not counted', async () => {
    const { browser, connection, board } = await online()
    edit(board, 'theirs')
    browser.socket.receive({ type: 'sync-update', update: Y.encodeStateAsUpdate(board) })
    expect(connection.save).toEqual({ state: 'saved', waiting: 0 })
    expect(browser.socket.marks()).toEqual([])
  })

  test('[N2] changes of one drag are one edit', async () => {
    const { browser, doc, connection } = await online()
    browser.socket.hangUp(1006)
    edit(doc, 'a')
    for (let x = 1; x < 20; x += 1) writeRecord(doc, box('a', { x: x - 1 }), box('a', { x }))
    expect(connection.save.waiting).toBe(1)
    edit(doc, 'b')
    expect(connection.save.waiting).toBe(2)
  })

  test('[N3] edits of an earlier page are counted in', () => {
    const { connection } = connect()
    connection.addWaiting(3)
    expect(connection.save).toEqual({ state: 'offline', waiting: 3 })
  })
})

describe('losing the line', () => {
  test('[N4] comes back after a spread of time, longer each time', async () => {
    const { browser, lines } = await online()
    browser.socket.hangUp(1006)
    expect(lines).toEqual([true, false])
    browser.advance(299)
    expect(browser.sockets).toHaveLength(1)
    browser.advance(1)
    expect(browser.sockets).toHaveLength(2)
    browser.socket.hangUp(1006)
    browser.advance(499)
    expect(browser.sockets).toHaveLength(2)
    browser.advance(1)
    expect(browser.sockets).toHaveLength(3)
  })

  test.each([CLOSE.draining, CLOSE.rateLimited, CLOSE.slowConsumer, 1006, 1001])(
    '[N4] comes back after %i',
    async (code) => {
      const { browser, closed } = await online()
      browser.socket.hangUp(code)
      browser.advance(2_600)
      expect(browser.sockets).toHaveLength(2)
      expect(closed).toEqual([])
    },
  )

  test.each([CLOSE.signedOut, CLOSE.forbidden, CLOSE.sealed, CLOSE.outdated])(
    '[N4] is final after %i',
    async (code) => {
      const { browser, closed, connection } = await online()
      browser.socket.hangUp(code)
      browser.advance(60_000)
      connection.reconnect()
      expect(browser.sockets).toHaveLength(1)
      expect(closed).toEqual([code])
    },
  )

  test('[N4] hangs up on a server that says nothing for too long', async () => {
    const { browser, lines } = await online()
    browser.advance(20_000)
    expect(lines).toEqual([true])
    browser.advance(6_000)
    expect(lines).toEqual([true, false])
  })

  test('[N4] a first attempt that fails is news too', () => {
    const { browser, lines } = connect()
    browser.socket.hangUp(1006)
    browser.advance(2_600)
    browser.socket.hangUp(1006)
    expect(lines).toEqual([false])
  })

  test('[N4] tries again when a connection is not made in time', () => {
    const { browser } = connect()
    browser.advance(14_000)
    expect(browser.sockets.length).toBeGreaterThan(1)
  })

  test('[N4] the network going and coming is news at once', async () => {
    const { browser, lines } = await online()
    browser.network(false)
    expect(lines).toEqual([true, false])
    browser.network(true)
    expect(browser.sockets).toHaveLength(2)
  })
})

describe('frames', () => {
  test('control messages are parsed; what this page does not know is passed over', async () => {
    const { browser, controls } = await online()
    browser.socket.control({ type: 'frozen' })
    browser.socket.receive({ type: 'control', json: '{"type":"from-the-future"}' })
    browser.socket.receive({ type: 'control', json: 'not json' })
    browser.socket.receive({ type: 'heartbeat', at: 1 })
    expect(controls).toEqual([{ type: 'frozen' }])
  })

  test('[N5] an update that cannot be applied ends it: the board here is no longer the board', async () => {
    const { browser, closed } = await online()
    browser.socket.receive({ type: 'sync-update', update: new Uint8Array([1, 2, 3]) })
    expect(closed).toEqual([CLOSE.badFrame])
    browser.advance(60_000)
    expect(browser.sockets).toHaveLength(1)
  })

  test('[K11] only my own presence is sent, never what I was told of others', async () => {
    const { browser, awareness } = await online()
    const before = browser.socket.sent.length
    const bob = new Awareness(new Y.Doc())
    bob.setLocalState({ presence: null })
    const update = encodeAwarenessUpdate(bob, [bob.clientID])
    bob.destroy()
    browser.socket.receive({ type: 'awareness', update })
    expect(awareness.getStates().has(bob.clientID)).toBe(true)
    expect(browser.socket.sent).toHaveLength(before)
    awareness.setLocalState({ presence: null })
    expect(browser.socket.sent.slice(before).map(({ type }) => type)).toEqual(['awareness'])
  })

  test('nothing is sent after leaving', async () => {
    const { browser, doc, connection } = await online()
    connection.leave()
    const before = browser.socket.sent.length
    edit(doc, 'late')
    browser.advance(60_000)
    expect(browser.socket.sent).toHaveLength(before)
    expect(browser.sockets).toHaveLength(1)
  })
})
