import { expect, test } from 'vitest'
import { presentPeople } from './present-people.ts'

const bob = { participantId: 'bob', name: 'Bob', color: '#2563eb', role: 'candidate' } as const
const me = { id: 'alice', name: 'Alice', color: '#d9480f', role: 'interviewer' } as const

function presence(currentPageId: string) {
  return {
    currentPageId,
    cursor: null,
    camera: null,
    screenBounds: null,
    selectedShapeIds: [],
    brush: null,
    scribbles: [],
    followingUserId: 'alice',
    chatMessage: '',
    lastActivityTimestamp: 0,
  }
}

test('lists me first and everybody once, whatever their windows', () => {
  const states = new Map<number, unknown>([
    [1, { presence: null }],
    [2, { owner: bob, presence: presence('page:page') }],
    [3, { owner: bob, presence: null }],
    [4, { owner: { participantId: 'mallory' } }],
  ])
  expect(presentPeople({ states, ownClient: 1, me })).toEqual([
    {
      participantId: 'alice',
      name: 'Alice',
      color: '#d9480f',
      role: 'interviewer',
      isMe: true,
      pageId: null,
      following: null,
    },
    { ...bob, isMe: false, pageId: 'page:page', following: 'alice' },
  ])
})

test('before the round is read there is nobody but the others', () => {
  expect(
    presentPeople({ states: new Map([[2, { owner: bob, presence: null }]]), ownClient: 1, me: null }),
  ).toHaveLength(1)
})
