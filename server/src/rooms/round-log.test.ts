import { describe, expect, test } from 'vitest'
import type { BoardEntry, EventEntry } from '@drawbar/shared/log/entry.ts'
import { RoundLog } from './round-log.ts'

function board(seq: number): BoardEntry {
  return { kind: 'board', seq, at: seq, by: 'alice', audience: 'all', update: new Uint8Array([seq]) }
}

function event(seq: number, commandId = `command-${seq}`): EventEntry {
  return {
    kind: 'event',
    seq,
    at: seq,
    by: 'alice',
    audience: 'all',
    commandId,
    event: { type: 'prompt-presented' },
  }
}

const seqs = (entries: readonly { readonly seq: number }[]) => entries.map(({ seq }) => seq)

describe('[E5] [D9] what a round knows of its log', () => {
  test('grows by its own commits', () => {
    const log = new RoundLog([event(1)], 2)
    const news = log.committed(3, [board(0), event(0, 'mine')])
    expect(seqs(news.events)).toEqual([4])
    expect(news.boards).toEqual([])
    expect([log.seq, log.readTo, log.interview.seq]).toEqual([4, 4, 4])
    expect(log.ofCommand('mine')?.seq).toBe(4)
    expect(log.eventsBy('alice')).toBe(2)
  })

  test('knows that others wrote in between, and takes each entry once', () => {
    const log = new RoundLog([], 2)
    log.committed(5, [board(0), event(0)])
    expect([log.seq, log.readTo]).toEqual([6, 2])
    const news = log.read([board(3), board(4), board(5), event(6)])
    expect(seqs(news.boards)).toEqual([3, 4])
    expect(news.events).toEqual([])
    expect(log.readTo).toBe(6)
    expect(log.read([board(5), event(6)])).toEqual({ boards: [], events: [] })
  })

  test('goes on behind its own entries when what was missing is read page by page', () => {
    const log = new RoundLog([], 0)
    log.committed(3, [board(0)])
    log.committed(5, [board(0)])
    expect(seqs(log.read([board(1)]).boards)).toEqual([1])
    expect(log.readTo).toBe(1)
    expect(seqs(log.read([board(2), board(3)]).boards)).toEqual([2])
    expect(log.readTo).toBe(3)
    log.read([board(4)])
    expect(log.readTo).toBe(5)
  })

  test('takes an event it reads before it hears of its commit once', () => {
    const log = new RoundLog([], 0)
    expect(seqs(log.read([event(1)]).events)).toEqual([1])
    expect(log.committed(1, [event(0, 'command-1')]).events).toEqual([])
    expect(log.events).toHaveLength(1)
  })

  test('does not go on over a gap', () => {
    const log = new RoundLog([], 0)
    expect(() => log.read([board(2)])).toThrow('gap before entry 2')
    expect(log.readTo).toBe(0)
  })
})
