import { expect, test } from 'vitest'
import type { RememberedRoom } from '../session/remembered-rooms.ts'
import { askedIn } from './asked-questions.ts'
import { entry } from './testing/entry.ts'

const room = (question: Pick<RememberedRoom, 'title' | 'questionId'>): RememberedRoom => ({
  roomId: 'room',
  roundId: 'round',
  participantId: 'participant',
  role: 'interviewer',
  token: 'token',
  name: 'Alice',
  at: 1,
  ...question,
})

test('a question was asked where a room has its id, or of old its title', () => {
  const wasAsked = askedIn([
    room({ title: 'Renamed since', questionId: 'feed' }),
    room({ title: 'Title of shop', questionId: null }),
    room({ title: null, questionId: null }),
  ])
  expect(['feed', 'shop', 'chat'].map((id) => wasAsked(entry(id)))).toEqual([true, true, false])
  expect(wasAsked(entry('other', { title: 'Renamed since' }))).toBe(false)
})
