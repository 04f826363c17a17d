import type { CommandBody } from '@drawbar/shared/interview/command.ts'
import type { Walk } from '@drawbar/shared/interview/interview.ts'
import { describe, expect, it } from 'vitest'
import { offline, type ApiOutcome } from '../../session/api-failure.ts'
import { createWalkControl, SETTLE_MS, shownStep } from './walk-control.ts'

const WALK: Walk = {
  walkId: 'walk-0001',
  pageId: 'page:page',
  path: ['client', 'api', 'store'].map((shapeId, index) => ({
    shapeId,
    label: shapeId,
    viaId: index === 0 ? null : `arrow-${index}`,
  })),
  step: 0,
  seq: 5,
  at: 0,
  by: 'bob',
  stepped: { seq: 5, at: 0, by: 'bob' },
}

type Answer = ApiOutcome<{ readonly seq: number }>

function setUp(answer: Answer = { ok: true, value: { seq: 6 } }) {
  const sent: CommandBody[] = []
  const timers = new Set<() => void>()
  const control = createWalkControl({
    send: (body) => {
      sent.push(body)
      return Promise.resolve(answer)
    },
    newId: () => 'walk-new1',
    after: (ms, callback) => {
      expect(ms).toBe(SETTLE_MS)
      timers.add(callback)
      return () => void timers.delete(callback)
    },
  })
  /** Lets the moment pass, and the answers come. */
  const settle = async () => {
    for (const ring of timers) ring()
    timers.clear()
    await Promise.resolve()
    await Promise.resolve()
  }
  const shown = (walk = WALK) => shownStep(walk, control.wanted.getState())
  return { control, sent, settle, shown }
}

describe('stepping', () => {
  it('is shown at once and told once it has settled', async () => {
    const { control, sent, settle, shown } = setUp()
    control.goTo(WALK, 1)
    control.goTo(WALK, 2)
    control.goTo(WALK, 1)
    expect(shown()).toBe(1)
    expect(sent).toEqual([])
    await settle()
    expect(sent).toEqual([{ type: 'step-walk', walkId: 'walk-0001', step: 1 }])
  })

  it('shows what was wanted until the event has come, and then what others do', async () => {
    const { control, settle, shown } = setUp()
    control.goTo(WALK, 2)
    await settle()
    expect(shown()).toBe(2)
    const stepped = (seq: number, step: number): Walk => ({
      ...WALK,
      step,
      stepped: { seq, at: 0, by: 'alice' },
    })
    expect(shown(stepped(6, 2))).toBe(2)
    expect(shown(stepped(7, 0))).toBe(0)
    expect(shown({ ...WALK, walkId: 'walk-0002', step: 1 })).toBe(1)
  })

  it('stays on the path', async () => {
    const { control, sent, settle, shown } = setUp()
    control.goTo(WALK, -1)
    control.goTo(WALK, 9)
    expect(shown()).toBe(2)
    await settle()
    expect(sent).toMatchObject([{ step: 2 }])
    control.goTo({ ...WALK, step: 2 }, 2)
    await settle()
    expect(sent).toHaveLength(1)
  })

  it('goes back to everyone’s step when it is refused, unless it has gone on since', async () => {
    const down = setUp({ ok: false, failure: offline() })
    down.control.goTo(WALK, 1)
    await down.settle()
    expect(down.shown()).toBe(0)
    down.control.goTo(WALK, 1)
    const answered = down.settle()
    down.control.goTo(WALK, 2)
    await answered
    expect(down.shown()).toBe(2)
  })

  it('is forgotten when the page is left before it was told', async () => {
    const { control, sent, settle } = setUp()
    control.goTo(WALK, 1)
    control.leave()
    await settle()
    expect(sent).toEqual([])
  })
})

describe('a walk', () => {
  it('begins with an id of its own', async () => {
    const { control, sent } = setUp()
    expect(await control.start(WALK.path, 'page:page', null)).toBe(true)
    expect(sent).toEqual([
      { type: 'start-walk', walkId: 'walk-new1', pageId: 'page:page', path: WALK.path, evidence: null },
    ])
  })

  it('says when it was refused', async () => {
    const { control } = setUp({ ok: false, failure: offline() })
    expect(await control.start(WALK.path, 'page:page', null)).toBe(false)
  })

  it('ends for everyone, with no step after it', async () => {
    const { control, sent, settle } = setUp()
    control.goTo(WALK, 1)
    await control.end(WALK)
    await settle()
    expect(sent).toEqual([{ type: 'end-walk', walkId: 'walk-0001' }])
  })
})
