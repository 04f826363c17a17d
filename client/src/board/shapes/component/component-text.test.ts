import { describe, expect, it } from 'vitest'
import { componentText } from './component-text.ts'

const plain = { label: '', technology: '', replicas: 1, shards: 0, failed: false }

describe('a component in words', () => {
  it('says all there is', () => {
    const props = { label: 'Session store', technology: 'Redis', replicas: 3, shards: 2, failed: true }
    expect(componentText(props, 'Cache')).toBe('Session store, Redis cache, 3 replicas, 2 shards, failed')
  })

  it('is called after its kind without a label', () => {
    expect(componentText(plain, 'Load balancer')).toBe('Load balancer')
    expect(componentText({ ...plain, technology: 'HAProxy' }, 'Load balancer')).toBe('Load balancer, HAProxy')
  })

  it('keeps the capitals of SQL and DNS', () => {
    expect(componentText({ ...plain, label: 'Orders' }, 'SQL database')).toBe('Orders, SQL database')
  })
})
