import type { Entry } from '@drawbar/shared/log/entry.ts'
import { expect, it } from 'vitest'
import type { LogStore, NewEntry } from './log-store.ts'
import type { OpenedStore } from './store.contract.ts'
import { boardEntry, eventEntry, makeRoom, NOON } from './testing/sample-room.ts'

export function logStoreContract(open: () => Promise<OpenedStore>): void {
  it('[P1] counts entries from 1 without gaps, in the order they were given', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    expect(await store.log.head(roundId)).toStrictEqual({ seq: 0, eventSeq: 0 })
    expect(await readAll(store.log, roundId)).toStrictEqual([])

    const first = [boardEntry(1), eventEntry('command-1'), boardEntry(2)]
    const second = [boardEntry(3)]
    expect(await store.log.append([{ roundId, entries: first }])).toStrictEqual([
      { kind: 'appended', firstSeq: 1, lastSeq: 3 },
    ])
    expect(await store.log.append([{ roundId, entries: second }])).toStrictEqual([
      { kind: 'appended', firstSeq: 4, lastSeq: 4 },
    ])
    expect(await readAll(store.log, roundId)).toStrictEqual(numbered([...first, ...second]))
    expect(await store.log.head(roundId)).toStrictEqual({ seq: 4, eventSeq: 2 })
  })

  it('[P1] numbers appends made at once one after the other', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const made = Array.from({ length: 40 }, (_, index) => [boardEntry(index), boardEntry(index)])
    const results = await Promise.all(made.map((entries) => store.log.append([{ roundId, entries }])))
    const firsts = results.flat().map((result) => (result.kind === 'appended' ? result.firstSeq : Number.NaN))
    expect(firsts.toSorted((a, b) => a - b)).toStrictEqual(made.map((_, index) => index * 2 + 1))
    const entries = await readAll(store.log, roundId)
    expect(entries.map(({ seq }) => seq)).toStrictEqual(Array.from({ length: 80 }, (_, index) => index + 1))
    // The two of one append lie side by side.
    for (const firstSeq of firsts) {
      expect(payload(entries[firstSeq - 1])).toStrictEqual(payload(entries[firstSeq]))
    }
  })

  it('[P2] commits the appends of many rounds together, each with its own result', async () => {
    const { store } = await open()
    const [alice, bob] = [await makeRoom(store, 'alice'), await makeRoom(store, 'bob')]
    await store.log.append([{ roundId: bob, entries: [eventEntry('command-0')] }])
    const results = await store.log.append([
      { roundId: alice, entries: [boardEntry(1)] },
      { roundId: 'no-such-round', entries: [boardEntry(2)] },
      { roundId: bob, entries: [boardEntry(3), eventEntry('command-0')] },
      { roundId: bob, entries: [boardEntry(4)], expectEventSeq: 0 },
      { roundId: bob, entries: [boardEntry(5)], expectEventSeq: 1 },
      { roundId: alice, entries: [boardEntry(6), boardEntry(7)] },
    ])
    expect(results).toStrictEqual([
      { kind: 'appended', firstSeq: 1, lastSeq: 1 },
      { kind: 'no-round' },
      { kind: 'duplicate', seq: 1 },
      { kind: 'conflict' },
      { kind: 'appended', firstSeq: 2, lastSeq: 2 },
      { kind: 'appended', firstSeq: 2, lastSeq: 3 },
    ])
    expect((await readAll(store.log, alice)).map(payload)).toStrictEqual([[1], [6], [7]])
    expect((await readAll(store.log, bob)).map(payload)).toStrictEqual(['command-0', [5]])
  })

  it('[P2] keeps nothing of a call that fails half way', async () => {
    const { store } = await open()
    const [alice, bob] = [await makeRoom(store, 'alice'), await makeRoom(store, 'bob')]
    const impossible = { ...boardEntry(2), audience: 'everybody' as 'all' }
    const appending = store.log.append([
      { roundId: alice, entries: [boardEntry(1)] },
      { roundId: bob, entries: [impossible] },
    ])
    await expect(appending).rejects.toThrow(/check/i)
    expect(await readAll(store.log, alice)).toStrictEqual([])
    expect(await store.log.head(alice)).toStrictEqual({ seq: 0, eventSeq: 0 })
    expect(await store.log.append([{ roundId: alice, entries: [boardEntry(3)] }])).toMatchObject([
      { firstSeq: 1 },
    ])
  })

  it('[P2] takes a batch larger than one statement holds', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const appends = Array.from({ length: 1203 }, (_, index) => ({
      roundId,
      entries: [boardEntry(index % 256)],
    }))
    const results = await store.log.append(appends)
    expect(results.at(-1)).toStrictEqual({ kind: 'appended', firstSeq: 1203, lastSeq: 1203 })
    expect(await readAll(store.log, roundId)).toStrictEqual(
      numbered(appends.flatMap(({ entries }) => entries)),
    )
  })

  it('[P3] refuses an append decided on older events, and keeps nothing of it', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const decide = (commandId: string, expectEventSeq: number) =>
      store.log.append([{ roundId, entries: [boardEntry(9), eventEntry(commandId)], expectEventSeq }])
    expect(await decide('command-1', 0)).toMatchObject([{ kind: 'appended' }])
    expect(await decide('command-2', 0)).toStrictEqual([{ kind: 'conflict' }])
    expect(await decide('command-2', 1)).toStrictEqual([{ kind: 'conflict' }])
    expect(await store.log.head(roundId)).toStrictEqual({ seq: 2, eventSeq: 2 })
    expect(await decide('command-2', 2)).toMatchObject([{ kind: 'appended', firstSeq: 3 }])
  })

  it('[P3] lets the board grow between an event and the next decision', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    await store.log.append([{ roundId, entries: [eventEntry('command-1')] }])
    await store.log.append([{ roundId, entries: [boardEntry(1), boardEntry(2)] }])
    expect(
      await store.log.append([{ roundId, entries: [eventEntry('command-2')], expectEventSeq: 1 }]),
    ).toStrictEqual([{ kind: 'appended', firstSeq: 4, lastSeq: 4 }])
  })

  it('[P3] sees the events of earlier appends of the same call', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const results = await store.log.append([
      { roundId, entries: [eventEntry('command-1')], expectEventSeq: 0 },
      { roundId, entries: [eventEntry('command-2')], expectEventSeq: 0 },
    ])
    expect(results).toStrictEqual([{ kind: 'appended', firstSeq: 1, lastSeq: 1 }, { kind: 'conflict' }])
  })

  it('[P3] lets exactly one of several decisions made at once win', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const commands = Array.from({ length: 12 }, (_, index) => `command-${index}`)
    const results = await Promise.all(
      commands.map((id) => store.log.append([{ roundId, entries: [eventEntry(id)], expectEventSeq: 0 }])),
    )
    const kinds = results.flat().map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'appended')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'conflict')).toHaveLength(11)
  })

  it('[P4] keeps a command once, and answers where it is', async () => {
    const { store, reopen } = await open()
    const roundId = await makeRoom(store)
    const otherId = await makeRoom(store, 'other')
    await store.log.append([
      { roundId, entries: [boardEntry(1), eventEntry('command-1')], expectEventSeq: 0 },
    ])
    const again = { roundId, entries: [boardEntry(2), eventEntry('command-1')], expectEventSeq: 0 }
    expect(await store.log.append([again])).toStrictEqual([{ kind: 'duplicate', seq: 2 }])
    expect(await store.log.append([{ roundId: otherId, entries: [eventEntry('command-1')] }])).toMatchObject([
      { kind: 'appended' },
    ])
    const reopened = await reopen()
    expect(await reopened.log.append([again])).toStrictEqual([{ kind: 'duplicate', seq: 2 }])
    expect(await reopened.log.head(roundId)).toStrictEqual({ seq: 2, eventSeq: 2 })
  })

  it('[P4] sees the same command twice within one call', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const append = { roundId, entries: [eventEntry('command-1')] }
    expect(await store.log.append([append, append])).toStrictEqual([
      { kind: 'appended', firstSeq: 1, lastSeq: 1 },
      { kind: 'duplicate', seq: 1 },
    ])
  })

  it('[P4] takes several events of one command together, and answers with the first', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const entries = [eventEntry('command-1'), boardEntry(1), eventEntry('command-1')]
    expect(await store.log.append([{ roundId, entries }])).toStrictEqual([
      { kind: 'appended', firstSeq: 1, lastSeq: 3 },
    ])
    expect(await store.log.append([{ roundId, entries }])).toStrictEqual([{ kind: 'duplicate', seq: 1 }])
    expect(await readAll(store.log, roundId)).toStrictEqual(numbered(entries))
  })

  it('[P4] keeps one of many that come at once', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const append = { roundId, entries: [eventEntry('command-1')] }
    const results = await Promise.all(Array.from({ length: 12 }, () => store.log.append([append])))
    expect(results.flat().filter(({ kind }) => kind === 'appended')).toHaveLength(1)
    expect(results.flat().filter(({ kind }) => kind === 'duplicate')).toHaveLength(11)
    expect(await store.log.head(roundId)).toStrictEqual({ seq: 1, eventSeq: 1 })
  })

  it('[P5] gives back bytes, events, audience, author and time as they came, also after reopening', async () => {
    const { store, reopen } = await open()
    const roundId = await makeRoom(store)
    const entries: NewEntry[] = [
      { ...boardEntry(), update: Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256) },
      { ...boardEntry(), update: new Uint8Array(0) },
      { ...boardEntry(0, 0, 0), by: 'server', at: NOON + 0.5 * 2 },
      {
        ...eventEntry('command-1', 'bob'),
        audience: 'author',
        event: note('mine: “quoted”, \u0000, 🧵 and \\u0041'),
      },
      { ...eventEntry('command-2', 'alice'), audience: 'interviewers', event: note('ours') },
      { ...boardEntry(255), at: Number.MAX_SAFE_INTEGER },
    ]
    await store.log.append([{ roundId, entries }])
    expect(await readAll(store.log, roundId)).toStrictEqual(numbered(entries))
    const reopened = await reopen()
    expect(await readAll(reopened.log, roundId)).toStrictEqual(numbered(entries))
    expect(await reopened.log.head(roundId)).toStrictEqual({ seq: 6, eventSeq: 5 })
  })

  it('[P5] reads no more than the limit, from where it is told', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const otherId = await makeRoom(store, 'other')
    const entries = Array.from({ length: 10 }, (_, index) => boardEntry(index))
    await store.log.append([
      { roundId, entries },
      { roundId: otherId, entries: [boardEntry(99)] },
    ])
    expect(await store.log.read(roundId, { after: 3, limit: 4 })).toStrictEqual(numbered(entries).slice(3, 7))
    expect(await store.log.read(roundId, { after: 8, limit: 4 })).toStrictEqual(numbered(entries).slice(8))
    expect(await store.log.read(roundId, { after: 10, limit: 4 })).toStrictEqual([])
    expect(await store.log.read('no-such-round', { after: 0, limit: 4 })).toStrictEqual([])
  })

  it('[P5] reads the events without the board', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    const entries = [boardEntry(1), eventEntry('command-1'), boardEntry(2), eventEntry('command-2')]
    await store.log.append([{ roundId, entries }])
    const events = numbered(entries).filter(({ kind }) => kind === 'event')
    expect(await store.log.readEvents(roundId, 0)).toStrictEqual(events)
    expect(await store.log.readEvents(roundId, 2)).toStrictEqual(events.slice(1))
    expect(await store.log.readEvents(roundId, 4)).toStrictEqual([])
  })

  it('[P6][P15] reports a damaged entry instead of giving it out, without quoting it', async () => {
    const { store, execute } = await open()
    const roundId = await makeRoom(store)
    const canary = { ...eventEntry('command-1'), event: note('a canary') }
    await store.log.append([{ roundId, entries: [boardEntry(1, 2, 3), boardEntry(4), canary] }])
    await execute(
      `update entries set board_update = (select board_update from entries where seq = 2) where seq = 1`,
    )
    await expect(store.log.read(roundId, { after: 0, limit: 9 })).rejects.toMatchObject({
      name: 'StoreDamaged',
      path: `Entry 1 of round ${roundId}`,
    })
    expect(await store.log.read(roundId, { after: 1, limit: 1 })).toHaveLength(1)
    await execute(`update entries set event = replace(event, 'note-taken', 'note-shaken') where seq = 3`)
    await expect(store.log.readEvents(roundId, 0)).rejects.toMatchObject({ name: 'StoreDamaged' })
    await expect(store.log.readEvents(roundId, 0)).rejects.not.toThrow(/canary/)
  })

  it('[P7] starts from the newest snapshot that is sound', async () => {
    const { store, execute, reopen } = await open()
    const roundId = await makeRoom(store)
    await store.log.append([{ roundId, entries: Array.from({ length: 30 }, () => boardEntry(1)) }])
    expect(await store.log.latestSnapshot(roundId)).toBeUndefined()
    for (const seq of [10, 30, 20]) await store.log.putSnapshot(roundId, { seq, state: stateAt(seq) })
    expect(await store.log.latestSnapshot(roundId)).toStrictEqual({ seq: 30, state: stateAt(30) })
    await execute(`update snapshots set state = (select state from snapshots where seq = 10) where seq = 30`)
    const reopened = await reopen()
    expect(await reopened.log.latestSnapshot(roundId)).toStrictEqual({ seq: 20, state: stateAt(20) })
    await reopened.log.putSnapshot(roundId, { seq: 30, state: stateAt(30) })
    expect(await reopened.log.latestSnapshot(roundId)).toStrictEqual({ seq: 30, state: stateAt(30) })
    expect(await readAll(reopened.log, roundId)).toHaveLength(30)
  })

  it('[P7] keeps the last ten snapshots of each round', async () => {
    const { store, execute } = await open()
    const roundId = await makeRoom(store)
    const otherId = await makeRoom(store, 'other')
    const entries = Array.from({ length: 15 }, () => boardEntry(1))
    await store.log.append([
      { roundId, entries },
      { roundId: otherId, entries },
    ])
    await store.log.putSnapshot(otherId, { seq: 1, state: Uint8Array.of(1) })
    for (let seq = 1; seq <= 15; seq += 1)
      await store.log.putSnapshot(roundId, { seq, state: Uint8Array.of(seq) })
    await execute(`update snapshots set sha256 = 'wrong' where round_id = '${roundId}' and seq > 6`)
    expect(await store.log.latestSnapshot(roundId)).toStrictEqual({ seq: 6, state: Uint8Array.of(6) })
    await execute(`update snapshots set sha256 = 'wrong' where round_id = '${roundId}'`)
    expect(await store.log.latestSnapshot(roundId)).toBeUndefined()
    expect(await store.log.latestSnapshot(otherId)).toStrictEqual({ seq: 1, state: Uint8Array.of(1) })
  })

  it('[P7] takes no snapshot of what is not in the log', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    await store.log.append([{ roundId, entries: [boardEntry(1)] }])
    const state = Uint8Array.of(1)
    await expect(store.log.putSnapshot(roundId, { seq: 2, state })).rejects.toThrow(/ahead of its log/)
    await expect(store.log.putSnapshot('no-such-round', { seq: 1, state })).rejects.toThrow(/no round/)
    expect(await store.log.latestSnapshot(roundId)).toBeUndefined()
  })

  it('takes nothing when given nothing, and no append without an entry', async () => {
    const { store } = await open()
    const roundId = await makeRoom(store)
    expect(await store.log.append([])).toStrictEqual([])
    await expect(store.log.append([{ roundId, entries: [] }])).rejects.toThrow(/needs an entry/)
    expect(await store.log.head('no-such-round')).toBeUndefined()
  })
}

function note(text: string) {
  return { type: 'note-taken', noteId: 'note-0001', text, evidence: null } as const
}

function stateAt(seq: number): Uint8Array {
  return Uint8Array.from({ length: 5000 }, (_, index) => (index * seq) % 256)
}

/** What `entries` are once an empty log has taken them. */
function numbered(entries: readonly NewEntry[]): Entry[] {
  return entries.map((entry, index) => ({ ...entry, seq: index + 1 }))
}

function payload(entry: Entry | undefined): unknown {
  return entry?.kind === 'board' ? [...entry.update] : entry?.commandId
}

function readAll(log: LogStore, roundId: string): Promise<Entry[]> {
  return log.read(roundId, { after: 0, limit: 10_000 })
}
