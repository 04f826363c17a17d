import { describe, expect, it } from 'vitest'
import { saveMessage, type SaveMessageState } from './save-message.ts'

const saved: SaveMessageState = {
  status: 'online',
  closed: null,
  save: { state: 'saved', waiting: 0 },
  frozen: false,
  role: 'candidate',
  unanswered: 0,
}

describe('saveMessage', () => {
  it('says saved only when nothing waits', () => {
    expect(saveMessage(saved).text).toBe('Saved')
    expect(saveMessage({ ...saved, save: { state: 'saving', waiting: 1 } }).text).toBe('Saving')
    expect(saveMessage({ ...saved, unanswered: 1 }).text).toBe('Saving')
  })

  it('counts what waits while offline', () => {
    const offline = { ...saved, status: 'offline' } as const
    expect(saveMessage(offline)).toMatchObject({ text: 'Offline', tone: 'partly', retry: true })
    expect(saveMessage({ ...offline, save: { state: 'offline', waiting: 1 } }).text).toBe(
      'Offline, 1 edit waiting',
    )
    expect(saveMessage({ ...offline, save: { state: 'offline', waiting: 2 }, unanswered: 1 }).text).toBe(
      'Offline, 3 edits waiting',
    )
  })

  it('tells a paused board apart from a lost connection', () => {
    expect(saveMessage({ ...saved, frozen: true }).text).toBe('Board paused')
    expect(saveMessage({ ...saved, frozen: true, status: 'offline' }).text).toBe('Offline')
  })

  it('gives the server’s words where it hung up for good', () => {
    const closed = { code: 4401, reason: 'signedOut', text: 'Open your link again.' } as const
    expect(saveMessage({ ...saved, status: 'closed', closed, frozen: true })).toEqual({
      tone: 'bad',
      text: 'Disconnected',
      detail: 'Open your link again.',
      retry: false,
    })
  })

  it('has nothing to save for someone who only watches', () => {
    expect(saveMessage({ ...saved, role: 'observer' }).text).toBe('Connected')
  })

  it('says it is connecting at first', () => {
    expect(saveMessage({ ...saved, status: 'connecting' }).text).toBe('Connecting')
  })
})
