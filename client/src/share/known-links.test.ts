// @vitest-environment jsdom
import type { Role } from '@drawbar/shared/people/role.ts'
import type { Link } from '@drawbar/shared/wire/http.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { forgetLinks, keepLinks, knownLinks, shownLinks, type KnownLink } from './known-links.ts'

function link(id: string, role: Role, createdAt: number, revokedAt: number | null = null): Link {
  return { id, role, createdAt, revokedAt }
}

const fromCreation: KnownLink = { linkId: null, role: 'candidate', url: 'https://x/r/1#first' }
const madeLater: KnownLink = { linkId: 'later', role: 'candidate', url: 'https://x/r/1#later' }

describe('the links a browser knows', () => {
  beforeEach(() => localStorage.clear())

  it('are kept by room and added to', () => {
    keepLinks(localStorage, 'room', [fromCreation])
    keepLinks(localStorage, 'room', [madeLater])
    keepLinks(localStorage, 'other', [madeLater])
    expect(knownLinks(localStorage, 'room')).toEqual([fromCreation, madeLater])
    forgetLinks(localStorage, 'room')
    expect(knownLinks(localStorage, 'room')).toEqual([])
    expect(knownLinks(localStorage, 'other')).toEqual([madeLater])
  })

  it('are none where the storage holds something else', () => {
    localStorage.setItem('drawbar.links.room', '{')
    expect(knownLinks(localStorage, 'room')).toEqual([])
  })
})

describe('the links shown', () => {
  it('have their address where this browser was told it', () => {
    const listed = [
      link('first', 'candidate', 1),
      link('later', 'candidate', 2),
      link('elsewhere', 'candidate', 3),
    ]
    expect(shownLinks(listed, [fromCreation, madeLater]).candidate).toEqual([
      { linkId: 'elsewhere', role: 'candidate', createdAt: 3, url: null },
      { linkId: 'later', role: 'candidate', createdAt: 2, url: madeLater.url },
      { linkId: 'first', role: 'candidate', createdAt: 1, url: fromCreation.url },
    ])
  })

  it('leave revoked ones out, without taking a newer one for the first', () => {
    const listed = [link('first', 'candidate', 1, 5), link('elsewhere', 'candidate', 3)]
    expect(shownLinks(listed, [fromCreation]).candidate).toEqual([
      { linkId: 'elsewhere', role: 'candidate', createdAt: 3, url: null },
    ])
  })

  it('are apart by role', () => {
    const listed = [link('c', 'candidate', 1), link('o', 'observer', 1)]
    const shown = shownLinks(listed, [fromCreation])
    expect(shown.observer[0]?.url).toBeNull()
    expect(shown.candidate[0]?.url).toBe(fromCreation.url)
    expect(shown.interviewer).toEqual([])
  })
})
