import { CLOSE, CLOSE_TEXT, type CloseReason } from '@drawbar/shared/wire/close-code.ts'
import { describe, expect, it } from 'vitest'
import { offline } from '../session/api-failure.ts'
import { roomTrouble } from './room-trouble.ts'

function closed(reason: CloseReason) {
  return { closed: { code: CLOSE[reason], reason, text: CLOSE_TEXT[reason] }, loadFailure: null }
}

describe('what stands between a person and the room', () => {
  it('is nothing while all is well, and after a regular end', () => {
    expect(roomTrouble({ closed: null, loadFailure: null })).toBeNull()
    expect(roomTrouble(closed('sealed'))).toBeNull()
  })

  it.each(['signedOut', 'forbidden', 'noRound'] as const)('is a lost place after %s', (reason) => {
    expect(roomTrouble(closed(reason))).toEqual({ kind: 'lost', text: CLOSE_TEXT[reason] })
  })

  it.each(['badFrame', 'epochChanged', 'outdated', 'tooLarge', 'invalidRecords'] as const)(
    'is a page to reload after %s',
    (reason) => {
      expect(roomTrouble(closed(reason))).toEqual({ kind: 'reload', text: CLOSE_TEXT[reason] })
    },
  )

  it('is a page to reload after a close we do not know', () => {
    expect(roomTrouble({ closed: { code: 4999, reason: null, text: 'Closed.' }, loadFailure: null })).toEqual(
      {
        kind: 'reload',
        text: 'Closed.',
      },
    )
  })

  it('tells a refused reader from a server out of reach', () => {
    const signedOut = { code: 'signed-out', message: 'Not signed in.', hint: 'Open your link.', status: 401 }
    expect(roomTrouble({ closed: null, loadFailure: signedOut })).toEqual({
      kind: 'lost',
      text: 'Not signed in. Open your link.',
    })
    expect(roomTrouble({ closed: null, loadFailure: offline() })).toEqual({
      kind: 'retry',
      failure: offline(),
    })
  })
})
