import { describe, expect, test } from 'vitest'
import { banner } from './banner.ts'

const facts = {
  port: 3000,
  host: undefined,
  publicUrl: undefined,
  addresses: ['192.168.1.7'],
  place: '/srv/drawbar/data',
  questions: 6,
}

describe('banner', () => {
  test('says where to go, also from other machines, what to do, and where the data lies', () => {
    const text = banner(facts)
    expect(text).toContain('Drawbar is ready: http://localhost:3000\n')
    expect(text).toContain('From other machines: http://192.168.1.7:3000\n')
    expect(text).toContain('one of 6 questions')
    expect(text).toContain('Data: /srv/drawbar/data\n')
    expect(text).toContain('Stop: Ctrl+C')
  })

  test('offers no address it does not listen on', () => {
    const text = banner({ ...facts, host: '127.0.0.1' })
    expect(text).toContain('http://127.0.0.1:3000')
    expect(text).not.toContain('192.168.1.7')
  })

  test('names the public address first', () => {
    expect(banner({ ...facts, publicUrl: 'https://drawbar.example' })).toContain(
      'Drawbar is ready: https://drawbar.example\n',
    )
  })

  test('writes an IPv6 host as an address does', () => {
    expect(banner({ ...facts, host: '::1' })).toContain('http://[::1]:3000')
  })
})
