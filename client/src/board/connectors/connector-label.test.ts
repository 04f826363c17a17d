import { describe, expect, it } from 'vitest'
import { connectorLabelText, isRate, parseConnectorLabel } from './connector-label.ts'

describe('the label of a connector', () => {
  it.each([
    ['gRPC · 2k/s', { what: 'gRPC', rate: '2k/s' }],
    ['POST /send · ≈ 300 req/s', { what: 'POST /send', rate: '≈ 300 req/s' }],
    ['1.2 GB/day', { what: '', rate: '1.2 GB/day' }],
    ['GET /feed', { what: 'GET /feed', rate: '' }],
    ['read · write', { what: 'read · write', rate: '' }],
    ['a · b · 5/s', { what: 'a · b', rate: '5/s' }],
    ['', { what: '', rate: '' }],
  ])('%s is read and written back', (text, label) => {
    expect(parseConnectorLabel(text)).toEqual(label)
    expect(connectorLabelText(label)).toBe(text)
  })

  it.each(['2k/s', '10,000 msg/min', '~5 MB / s', ''])('takes %s for a rate', (text) => {
    expect(isRate(text)).toBe(true)
  })

  it.each(['fast', '2k', 'per second', '/s'])('does not take %s for a rate', (text) => {
    expect(isRate(text)).toBe(false)
  })
})
