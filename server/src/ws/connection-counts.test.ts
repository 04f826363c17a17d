import { describe, expect, test } from 'vitest'
import { createConnectionCounts, type ConnectionBounds } from './connection-counts.ts'

const wide: ConnectionBounds = {
  connectionsPerAddress: 100,
  connectionsPerAddressAndRoom: 100,
  connectionsPerProcess: 100,
}

describe('connection counts', () => {
  test('hold an address to its share and leave the others theirs', () => {
    const counts = createConnectionCounts({ ...wide, connectionsPerAddress: 2, connectionsPerProcess: 3 })
    const first = counts.take('alice')
    expect(counts.take('alice')).toBeDefined()
    expect(counts.take('alice')).toBeUndefined()
    expect(counts.take('bob')).toBeDefined()
    expect(counts.take('olga')).toBeUndefined()
    first?.leave()
    expect(counts.take('olga')).toBeDefined()
    expect(counts.all).toBe(3)
  })

  test('[G12] hold an address to its share of a room, and of each room by itself', () => {
    const counts = createConnectionCounts({ ...wide, connectionsPerAddressAndRoom: 2 })
    const first = counts.take('alice')
    expect(first?.enter('room')).toBe(true)
    expect(counts.take('alice')?.enter('room')).toBe(true)
    const third = counts.take('alice')
    expect(third?.enter('room')).toBe(false)
    expect(counts.take('alice')?.enter('other')).toBe(true)
    expect(counts.take('bob')?.enter('room')).toBe(true)
    third?.leave()
    expect(counts.take('alice')?.enter('room')).toBe(false)
    first?.leave()
    expect(counts.take('alice')?.enter('room')).toBe(true)
    expect(counts.take('alice')?.enter('room')).toBe(false)
  })

  test('[G12] count no connection to a room that ended before it was let in', () => {
    const counts = createConnectionCounts({ ...wide, connectionsPerAddressAndRoom: 1 })
    const gone = counts.take('alice')
    gone?.leave()
    expect(gone?.enter('room')).toBe(false)
    expect(counts.take('alice')?.enter('room')).toBe(true)
  })

  test('take a place back once', () => {
    const counts = createConnectionCounts(wide)
    const first = counts.take('alice')
    counts.take('alice')
    first?.leave()
    first?.leave()
    expect(counts.all).toBe(1)
  })
})
