import { describe, expect, test } from 'vitest'
import type { UpdateInspection } from '@drawbar/shared/board/update-admission.ts'
import { admitUpdate, type OfferedUpdate, type RoundFacts, type SenderFacts } from './admit.ts'
import { ROUND_LIMITS } from './limits.ts'

type Good = Extract<UpdateInspection, { readonly ok: true }>

const ALICE = 7

function update(inspection: Partial<Good> = {}, offered: Partial<OfferedUpdate> = {}): OfferedUpdate {
  const good: Good = {
    ok: true,
    structs: [{ client: ALICE, from: 5, to: 8 }],
    deleted: [],
    rootNames: ['records'],
    items: 3,
    deletes: 0,
    empty: false,
    ...inspection,
  }
  return { kind: 'update', bytes: 100, inspect: () => good, ...offered }
}

function sender(facts: Partial<SenderFacts> = {}): SenderFacts {
  return { role: 'candidate', settled: true, heldBytes: 0, newIds: 0, mayAdd: () => 'yes', ...facts }
}

function round(facts: Partial<RoundFacts> = {}): RoundFacts {
  return {
    state: 'live',
    takesEdits: true,
    full: false,
    clockOf: (clientId) => (clientId === ALICE ? 5 : 0),
    limits: ROUND_LIMITS,
    ...facts,
  }
}

const refusal = (close: string, reason: string) => ({ kind: 'refuse', close, reason })

test('[A1] an edit that continues what the document has is taken', () => {
  expect(admitUpdate(update(), sender(), round())).toEqual({
    kind: 'accept',
    clients: [ALICE],
    newIds: 0,
    items: 3,
  })
})

describe('[A2] who may not write', () => {
  test('a reader is closed for good', () => {
    expect(admitUpdate(update(), sender({ role: 'observer' }), round())).toEqual(
      refusal('forbidden', 'read-only'),
    )
  })

  test('a reader’s empty answer asks for nothing', () => {
    const empty = update({ structs: [], rootNames: [], items: 0, empty: true }, { kind: 'step2' })
    expect(admitUpdate(empty, sender({ role: 'observer' }), round())).toEqual({ kind: 'ignore' })
  })

  test('nobody writes to a sealed round', () => {
    expect(admitUpdate(update(), sender(), round({ state: 'sealed' }))).toEqual(refusal('sealed', 'sealed'))
  })

  test('a reader’s bytes that are no update are refused like any other edit of theirs', () => {
    const broken = update({}, { inspect: () => ({ ok: false, reason: 'malformed' }) })
    expect(admitUpdate(broken, sender({ role: 'observer' }), round())).toEqual(
      refusal('forbidden', 'read-only'),
    )
  })
})

describe('[A3] what is no edit of records', () => {
  test.each([
    ['malformed', 'badFrame', 'malformed'],
    ['unexpected-content', 'badFrame', 'malformed'],
    ['clock-range', 'badFrame', 'malformed'],
    ['unknown-root', 'badFrame', 'unknown-root'],
    ['too-many-items', 'tooLarge', 'too-large'],
  ] as const)('%s', (reason, close, told) => {
    const broken = update({}, { inspect: () => ({ ok: false, reason }) })
    expect(admitUpdate(broken, sender(), round())).toEqual(refusal(close, told))
  })

  test('the meta map', () => {
    expect(admitUpdate(update({ rootNames: ['meta'] }), sender(), round())).toEqual(
      refusal('badFrame', 'unknown-root'),
    )
  })
})

describe('[A4] a gap', () => {
  const ahead = { structs: [{ client: ALICE, from: 6, to: 8 }] }

  test('before the first step 2 waits for it', () => {
    expect(admitUpdate(update(ahead), sender({ settled: false }), round())).toEqual({ kind: 'hold' })
  })

  test('is not held beyond the limit', () => {
    const full = sender({ settled: false, heldBytes: ROUND_LIMITS.heldUpdateBytes - 99 })
    expect(admitUpdate(update(ahead), full, round())).toEqual(refusal('badFrame', 'gap'))
  })

  test('afterwards, or in a step 2 itself, ends the connection', () => {
    expect(admitUpdate(update(ahead), sender(), round())).toEqual(refusal('badFrame', 'gap'))
    const step2 = update(ahead, { kind: 'step2' })
    expect(admitUpdate(step2, sender({ settled: false }), round())).toEqual(refusal('badFrame', 'gap'))
  })

  test('is also a deletion of something unknown, unless the update brings it', () => {
    const deleted = [{ client: ALICE, from: 5, to: 7 }]
    expect(admitUpdate(update({ structs: [], deleted }), sender(), round())).toEqual(
      refusal('badFrame', 'gap'),
    )
    expect(admitUpdate(update({ deleted }), sender(), round()).kind).toBe('accept')
  })
})

describe('[A5] a client id of someone else', () => {
  const bobs = sender({ mayAdd: (clientId) => (clientId === ALICE ? 'no' : 'yes') })

  test('with news under it ends the connection', () => {
    expect(admitUpdate(update(), bobs, round())).toEqual(refusal('badFrame', 'forged-client'))
  })

  test('ahead of the sender’s step 2 waits for it, because that may show it to be nothing new', () => {
    const unsettled = { ...bobs, settled: false }
    expect(admitUpdate(update(), unsettled, round())).toEqual({ kind: 'hold' })
    expect(admitUpdate(update({}, { kind: 'step2' }), unsettled, round())).toEqual(
      refusal('badFrame', 'forged-client'),
    )
  })

  test('made up by the dozen ends the connection', () => {
    const structs = Array.from({ length: 4 }, (_, i) => ({ client: 100 + i, from: 0, to: 1 }))
    expect(admitUpdate(update({ structs }), sender(), round())).toMatchObject({ kind: 'accept', newIds: 4 })
    const many = sender({ newIds: ROUND_LIMITS.newIds - 3 })
    expect(admitUpdate(update({ structs }), many, round())).toEqual(refusal('badFrame', 'forged-client'))
  })

  test('with nothing new under it is harmless', () => {
    const known = update({ structs: [{ client: ALICE, from: 2, to: 5 }] })
    expect(admitUpdate(known, bobs, round()).kind).toBe('accept')
  })
})

test('[A6] an edit that someone else may still bring waits', () => {
  expect(admitUpdate(update({}, { kind: 'step2' }), sender({ mayAdd: () => 'later' }), round())).toEqual({
    kind: 'wait',
  })
})

describe('[C1] [C6] sizes', () => {
  test.each([
    ['update', ROUND_LIMITS.updateBytes],
    ['step2', ROUND_LIMITS.frameBytes],
  ] as const)('an %s has at most its bytes, and is not looked into beyond them', (kind, limit) => {
    expect(admitUpdate(update({}, { kind, bytes: limit }), sender(), round()).kind).toBe('accept')
    const inspect = () => expect.unreachable()
    const large = { kind, bytes: limit + 1, inspect }
    expect(admitUpdate(large, sender(), round())).toEqual(refusal('tooLarge', 'too-large'))
  })

  test('a full board takes deletions but nothing that adds', () => {
    expect(admitUpdate(update(), sender(), round({ full: true }))).toEqual(refusal('tooLarge', 'board-full'))
    const deletion = update({ structs: [], deleted: [{ client: ALICE, from: 1, to: 2 }] })
    expect(admitUpdate(deletion, sender(), round({ full: true })).kind).toBe('accept')
  })
})

test('[D7] while the store does not answer an edit waits with its sender', () => {
  expect(admitUpdate(update(), sender(), round({ takesEdits: false }))).toEqual({ kind: 'wait' })
})
