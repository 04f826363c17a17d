import { beforeEach, describe, expect, test } from 'vitest'
import { ClientIds, type Holder } from './client-ids.ts'

let elsewhere: Map<number, string>
let ids: ClientIds
beforeEach(() => {
  elsewhere = new Map()
  ids = new ClientIds({ alone: true, heldElsewhere: (clientId) => elsewhere.get(clientId) })
})

function holder(participantId: string, settled = true, connectionId = `c-${participantId}`): Holder {
  return { connectionId, participantId, settled }
}

describe('[A5] an update frame', () => {
  test('may use an id nobody has used, which then is its sender’s alone', () => {
    expect(ids.mayAdd(7, 'alice', 'update')).toBe('yes')
    ids.claim(7, holder('alice'))
    expect(ids.mayAdd(7, 'alice', 'update')).toBe('yes')
    expect(ids.mayAdd(7, 'bob', 'update')).toBe('no')
  })

  test('may not use the id of someone who has left', () => {
    ids.claim(7, holder('alice'))
    ids.release('c-alice')
    expect(ids.mayAdd(7, 'bob', 'update')).toBe('no')
    expect(ids.mayAdd(7, 'alice', 'update')).toBe('yes')
  })

  test('may not use the id someone only shows a cursor under', () => {
    expect(ids.hold(7, holder('alice'))).toBe(true)
    expect(ids.mayAdd(7, 'bob', 'update')).toBe('no')
  })

  test('may not use the id of someone at another process', () => {
    elsewhere.set(7, 'alice')
    expect(ids.mayAdd(7, 'bob', 'update')).toBe('no')
    expect(ids.mayAdd(7, 'alice', 'update')).toBe('yes')
  })

  test('may never use the server’s id', () => {
    ids.reserve(7)
    expect(ids.mayAdd(7, 'alice', 'update')).toBe('no')
    expect(ids.mayAdd(7, 'alice', 'step2')).toBe('no')
  })
})

describe('[A6] a step 2', () => {
  test('may bring the edits of someone who is not connected', () => {
    ids.claim(7, holder('alice'))
    ids.release('c-alice')
    expect(ids.mayAdd(7, 'bob', 'step2')).toBe('yes')
  })

  test('may bring the edits of someone whose own step 2 is still to come', () => {
    expect(ids.hold(7, holder('alice', false))).toBe(true)
    expect(ids.mayAdd(7, 'bob', 'step2')).toBe('yes')
  })

  test('may not add to what a connected person has brought already', () => {
    ids.hold(7, holder('alice', true))
    expect(ids.mayAdd(7, 'bob', 'step2')).toBe('no')
  })
})

describe('[A6] a step 2 at one of several processes', () => {
  beforeEach(() => {
    ids = new ClientIds({ alone: false, heldElsewhere: (clientId) => elsewhere.get(clientId) })
  })

  test('waits with edits of someone at another process, until the log brings them', () => {
    elsewhere.set(7, 'alice')
    expect(ids.mayAdd(7, 'bob', 'step2')).toBe('later')
    elsewhere.delete(7)
    expect(ids.mayAdd(7, 'bob', 'step2')).toBe('yes')
  })

  test('waits with edits of someone connected here, who may have moved on', () => {
    ids.hold(7, holder('alice', true))
    expect(ids.mayAdd(7, 'bob', 'step2')).toBe('later')
  })

  test('never brings the server’s', () => {
    ids.reserve(7)
    expect(ids.mayAdd(7, 'bob', 'step2')).toBe('no')
  })
})

describe('[V1] a client id', () => {
  test('shown by one participant cannot be shown by another', () => {
    expect(ids.hold(7, holder('alice'))).toBe(true)
    expect(ids.hold(7, holder('bob'))).toBe(false)
  })

  test('moves to the newer connection of the same participant, and stays when the older one leaves', () => {
    ids.hold(7, holder('alice', true, 'c-1'))
    expect(ids.hold(7, holder('alice', true, 'c-2'))).toBe(true)
    ids.release('c-1')
    expect(ids.mayAdd(7, 'bob', 'step2')).toBe('no')
  })

  test('owned by someone’s edits is not shown by someone else', () => {
    ids.claim(7, holder('alice'))
    ids.release('c-alice')
    expect(ids.hold(7, holder('bob'))).toBe(false)
  })
})
