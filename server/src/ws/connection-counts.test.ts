import { describe, expect, test } from 'vitest'
import { createConnectionCounts } from './connection-counts.ts'

describe('connection counts', () => {
  test('hold an address to its share and leave the others theirs', () => {
    const counts = createConnectionCounts({ connectionsPerAddress: 2, connectionsPerProcess: 3 })
    const leave = counts.take('alice')
    expect(counts.take('alice')).toBeDefined()
    expect(counts.take('alice')).toBeUndefined()
    expect(counts.take('bob')).toBeDefined()
    expect(counts.take('olga')).toBeUndefined()
    leave?.()
    expect(counts.take('olga')).toBeDefined()
    expect(counts.all).toBe(3)
  })

  test('take a place back once', () => {
    const counts = createConnectionCounts({ connectionsPerAddress: 5, connectionsPerProcess: 5 })
    const leave = counts.take('alice')
    counts.take('alice')
    leave?.()
    leave?.()
    expect(counts.all).toBe(1)
  })
})
