import { describe, expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

function from(remoteAddress: string, forwarded?: string) {
  return {
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }
}

describe('clientAddress', () => {
  test('is the socket’s own where no proxy is trusted, whatever the client writes', () => {
    expect(clientAddress(from('192.0.2.7', '198.51.100.1'), 0)).toBe('192.0.2.7')
  })

  test('is what the trusted proxy saw', () => {
    expect(clientAddress(from('10.0.0.1', '198.51.100.1'), 1)).toBe('198.51.100.1')
  })

  test('does not reach past the trusted proxies into what the client wrote', () => {
    const forged = '203.0.113.9, 198.51.100.1, 10.0.0.2'
    expect(clientAddress(from('10.0.0.1', forged), 1)).toBe('10.0.0.2')
    expect(clientAddress(from('10.0.0.1', forged), 2)).toBe('198.51.100.1')
  })

  test('takes the farthest hop there is when there are fewer than trusted', () => {
    expect(clientAddress(from('10.0.0.1', '198.51.100.1'), 3)).toBe('198.51.100.1')
    expect(clientAddress(from('10.0.0.1'), 2)).toBe('10.0.0.1')
  })

  test('counts an IPv4 peer once however the socket writes it', () => {
    expect(clientAddress(from('::ffff:192.0.2.7'), 0)).toBe('192.0.2.7')
  })

  test.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('counts %s as %s', (address, network) => {
    expect(clientAddress(from(address), 0)).toBe(network)
  })
})
