import { describe, expect, test } from 'vitest'
import { offeredProtocols } from '@drawbar/shared/wire/protocol-version.ts'
import { readSocketRequest } from './socket-request.ts'

function upgrade(url: string, protocols: readonly string[] = []) {
  return { url, headers: { 'sec-websocket-protocol': protocols.join(', ') } }
}

describe('readSocketRequest', () => {
  test('reads the round, the token and what the client was built for', () => {
    const request = upgrade('/ws/rounds/r1?v=1&s=abc&e=2', offeredProtocols('the-token'))
    expect(readSocketRequest(request)).toEqual({
      roundId: 'r1',
      token: 'the-token',
      speaksOurs: true,
      version: 1,
      schemaHash: 'abc',
      epoch: 2,
    })
  })

  test('asks nothing of a client that says nothing about itself', () => {
    expect(readSocketRequest({ url: '/ws/rounds/r1', headers: {} })).toEqual({
      roundId: 'r1',
      token: undefined,
      speaksOurs: false,
      version: undefined,
      schemaHash: undefined,
      epoch: undefined,
    })
  })

  test.each([
    '/',
    '/ws',
    '/ws/rounds',
    '/ws/rounds/',
    '/ws/rounds/a/b',
    '/ws/rounds/a%2Fb',
    '//[',
    undefined,
  ])('knows no round at %s', (url) => {
    expect(readSocketRequest(url === undefined ? { headers: {} } : { url, headers: {} })).toBeUndefined()
  })
})
