import { describe, expect, it } from 'vitest'
import { findCanaries, newCanary } from './canary.ts'

const canary = newCanary('notes')
const other = newCanary('notes')
const around = (middle: Buffer | string) =>
  Buffer.concat([Buffer.from('before '), Buffer.from(middle), Buffer.from(' after')])

describe('a canary is found', () => {
  it.each<[string, Buffer | string]>([
    ['as it is', canary],
    ['in utf-16', Buffer.from(canary, 'utf16le')],
    ['in JSON', JSON.stringify({ text: canary })],
    ['in JSON inside JSON', JSON.stringify({ body: JSON.stringify({ text: canary }) })],
    ['in an address', `/path?text=${encodeURIComponent(canary)}`],
    ['in base64', Buffer.from(`{"text":"${canary}"}`).toString('base64')],
    ['in base64, one further', Buffer.from(`{"text": "${canary}"}`).toString('base64')],
    ['in base64, two further', Buffer.from(`{"text":  "${canary}"}`).toString('base64')],
    ['in base64url', Buffer.from(`{"text":"${canary}"}`).toString('base64url')],
    ['in HTML', `<p>${canary.replaceAll('&', '&amp;')}</p>`],
    ['in an attribute', `title="${canary.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`],
    ['in hex', Buffer.from(canary).toString('hex')],
  ])('%s', (_how, bytes) => {
    expect(findCanaries(around(bytes), [canary])).not.toEqual([])
  })
})

it('is not found where it is not', () => {
  expect(findCanaries(around(other), [canary])).toEqual([])
  expect(findCanaries(around(canary.slice(0, -1)), [canary])).toEqual([])
})
