import { describe, expect, test } from 'vitest'
import { mayConnectFrom, requestHost, requestOrigin } from './request-origin.ts'

describe('requestOrigin', () => {
  test('is PUBLIC_URL where it is set', () => {
    const request = { headers: { host: 'elsewhere.example' } }
    expect(requestOrigin(request, { publicUrl: 'https://drawbar.example', proxies: 0 })).toBe(
      'https://drawbar.example',
    )
  })

  test('is the host asked for, by http unless a trusted proxy says https', () => {
    const request = { headers: { host: '192.168.1.7:3000', 'x-forwarded-proto': 'https' } }
    expect(requestOrigin(request, { publicUrl: undefined, proxies: 0 })).toBe('http://192.168.1.7:3000')
    expect(requestOrigin(request, { publicUrl: undefined, proxies: 1 })).toBe('https://192.168.1.7:3000')
  })

  test.each(['evil.example/path', 'a b', "x;script-src 'unsafe-inline'", 'user@host', ''])(
    'takes no host like %j into a link or a policy',
    (host) => {
      expect(requestHost({ headers: { host } })).toBeUndefined()
    },
  )
})

describe('mayConnectFrom', () => {
  const host = 'drawbar.example:3000'

  test.each([
    [undefined, true],
    ['http://drawbar.example:3000', true],
    ['https://drawbar.example:3000', true],
    ['https://public.example', true],
    ['https://evil.example', false],
    ['https://drawbar.example.evil.example:3000', false],
    ['null', false],
    ['not an origin', false],
  ])('from %s: %s', (origin, allowed) => {
    const headers = origin === undefined ? { host } : { host, origin }
    expect(mayConnectFrom({ headers }, 'https://public.example')).toBe(allowed)
  })
})
