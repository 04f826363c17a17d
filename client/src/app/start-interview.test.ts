// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import type { StartChoice } from '../home/start-choice.ts'
import type { PublicApi } from '../session/api.ts'
import { offline } from '../session/api-failure.ts'
import { readCredentials } from '../session/credentials.ts'
import { knownLinks } from '../share/known-links.ts'
import { dropCapability, takeCapability } from './link-capability.ts'
import { browserPlaces, placesIn } from './places.ts'
import { startInterview } from './start-interview.ts'

const choice: StartChoice = { questionId: 'feed', level: 'senior', minutes: 45, hostName: 'Alice' }
const links = {
  interviewer: 'https://x.example/r/room#i-secret',
  candidate: 'https://x.example/r/room#c-secret',
  observer: 'https://x.example/r/room#o-secret',
}

function api(
  answers: Partial<Pick<PublicApi, 'createRoom' | 'join'>>,
): Pick<PublicApi, 'createRoom' | 'join'> {
  return {
    createRoom: async () => ({ ok: true, value: { roomId: 'room', roundId: 'round', links } }),
    join: async ({ roomId, capability, name }) => {
      expect({ roomId, capability, name }).toEqual({ roomId: 'room', capability: 'i-secret', name: 'Alice' })
      const joined = {
        token: 't',
        participantId: 'alice',
        role: 'interviewer',
        roomId,
        roundId: 'round',
      } as const
      return { ok: true, value: joined }
    },
    ...answers,
  }
}

function start(answers: Parameters<typeof api>[0] = {}) {
  return startInterview({ api: api(answers), storages: browserPlaces(), now: () => 7 }, choice)
}

describe('starting an interview', () => {
  beforeEach(() => {
    sessionStorage.clear()
    localStorage.clear()
    dropCapability('room')
  })

  it('makes the room, keeps its links and enters as the interviewer', async () => {
    expect(await start()).toEqual({ ok: true, value: { roomId: 'room', entered: true } })
    expect(readCredentials(sessionStorage, 'room')?.role).toBe('interviewer')
    expect(placesIn(browserPlaces(), 'room')).toMatchObject([{ name: 'Alice', at: 7 }])
    expect(knownLinks(localStorage, 'room').map(({ role, url }) => [role, url])).toEqual(
      Object.entries(links),
    )
  })

  it('keeps nothing where the room could not be made', async () => {
    const outcome = await start({ createRoom: async () => ({ ok: false, failure: offline() }) })
    expect(outcome.ok).toBe(false)
    expect(localStorage.length + sessionStorage.length).toBe(0)
  })

  it('leaves the way in open where the room was made but not entered', async () => {
    const outcome = await start({ join: async () => ({ ok: false, failure: offline() }) })
    expect(outcome).toEqual({ ok: true, value: { roomId: 'room', entered: false } })
    const nothingInTheBar = { location: { pathname: '/', search: '', hash: '' }, history: window.history }
    expect(takeCapability('room', nothingInTheBar)).toBe('i-secret')
    expect(knownLinks(localStorage, 'room')).toHaveLength(3)
  })
})
