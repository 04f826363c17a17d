import { describe, expect, it } from 'vitest'
import { connectorLabelText, isRate, parseConnectorLabel } from './connector-label.ts'

describe('the label of a connector', () => {
  it.each([
    ['gRPC · 2k/s', { what: 'gRPC', rate: '2k/s' }],
    ['POST /send · ≈ 300 req/s', { what: 'POST /send', rate: '≈ 300 req/s' }],
    ['1.2 GB/day', { what: '', rate: '1.2 GB/day' }],
    ['GET /feed', { what: 'GET /feed', rate: '' }],
    ['read · write', { what: 'read · write', rate: '' }],
    ['gRPC · 12.5k rps', { what: 'gRPC', rate: '12.5k rps' }],
    ['a · b · 5/s', { what: 'a · b', rate: '5/s' }],
    ['', { what: '', rate: '' }],
  ])('%s is read and written back', (text, label) => {
    expect(parseConnectorLabel(text)).toEqual(label)
    expect(connectorLabelText(label)).toBe(text)
  })

  it.each([
    '2k/s',
    '10,000 msg/min',
    '~5 MB / s',
    '',
    '12.5k rps',
    '1e6/day',
    '1.5e+6 events/month',
    '300 QPS',
    '40 req/s',
    '3M messages per day',
    '3 million messages/day',
    '2 GB per hour',
    '100 Mbps',
    '16k IOPS',
    '1-2k writes/s',
    '10 000 req/s',
    '20 req/user/day',
    'up to 5k requests per minute',
    '5 a week',
    '.5/s',
    '1 PB/year',
    '10 MB/sec',
    '60 rpm',
    '2 K / h',
  ])('takes %s for a rate', (text) => {
    expect(isRate(text)).toBe(true)
  })

  it.each([
    'fast',
    '2k',
    'per second',
    '/s',
    '2 replicas',
    'HTTP/2',
    '200 OK',
    '3 steps',
    'v2 rps',
    '5 GET /feed',
    '1e6',
    '10 maps',
    '2 pods',
  ])('does not take %s for a rate', (text) => {
    expect(isRate(text)).toBe(false)
  })
})
