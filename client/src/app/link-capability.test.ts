import { describe, expect, it } from 'vitest'
import { capabilityOf, dropCapability, takeCapability, type LinkWindow } from './link-capability.ts'

function windowAt(hash: string): LinkWindow & { replaced: string[] } {
  const replaced: string[] = []
  const location = { pathname: '/r/room', search: '', hash }
  const replaceState = (_state: unknown, _unused: string, url?: string | URL | null) => {
    replaced.push(String(url))
    location.hash = ''
  }
  return { location, history: { state: { kept: true }, replaceState }, replaced }
}

describe('a link’s capability', () => {
  it('leaves the address bar and stays in memory', () => {
    const page = windowAt('#secret')
    expect(takeCapability('room', page)).toBe('secret')
    expect(page.replaced).toEqual(['/r/room'])
    expect(takeCapability('room', page)).toBe('secret')
    expect(page.replaced).toHaveLength(1)
    dropCapability('room')
    expect(takeCapability('room', page)).toBeUndefined()
  })

  it('opens its own room only', () => {
    takeCapability('room', windowAt('#secret'))
    expect(takeCapability('other', windowAt(''))).toBeUndefined()
    dropCapability('room')
  })

  it('is replaced by a newer link to the same room', () => {
    takeCapability('room', windowAt('#old'))
    expect(takeCapability('room', windowAt('#new'))).toBe('new')
    dropCapability('room')
  })

  it('is read from a whole link', () => {
    expect(capabilityOf('https://drawbar.example/r/abc#s3cret_-')).toBe('s3cret_-')
  })
})
