import { describe, expect, it } from 'vitest'
import { can, type Action } from './can.ts'
import { ROLES } from './role.ts'

const STATES = ['lobby', 'live', 'debrief', 'sealed'] as const

/** role initial + state, where allowed. i interviewer, c candidate, o observer; 0 lobby, 1 live, 2 debrief, 3 sealed. */
const TABLE: Record<Action, string> = {
  'start-round': 'i0',
  'present-prompt': 'i1',
  'start-phase': 'i1',
  'pause-clock': 'i1',
  'resume-clock': 'i1',
  'reveal-follow-up': 'i1 i2',
  'reveal-hint': 'i1 i2',
  'play-constraint': 'i1 i2',
  'mark-item': 'i1 i2',
  'take-note': 'i0 i1 i2 c0 c1 c2 o0 o1 o2',
  'edit-note': 'i0 i1 i2 c0 c1 c2 o0 o1 o2',
  'remove-note': 'i0 i1 i2 c0 c1 c2 o0 o1 o2',
  'start-walk': 'i1 i2 c1 c2',
  'step-walk': 'i1 i2 c1 c2',
  'end-walk': 'i1 i2 c1 c2',
  'start-debrief': 'i1',
  'seal-round': 'i1 i2',
  'share-record': 'i2 i3',
  'edit-board': 'i0 i1 i2 c0 c1 c2',
  'upload-image': 'i0 i1 i2 c0 c1 c2',
  'see-whole-question': 'i0 i1 i2 i3',
  'manage-links': 'i0 i1 i2 i3',
  'bring-everyone': 'i0 i1 i2',
  'read-record': 'i3 c3 o3',
}

describe('the permission table', () => {
  it.each(Object.entries(TABLE))('%s', (action, expected) => {
    const allowed = ROLES.flatMap((role) =>
      STATES.flatMap((state, index) =>
        can(role, action as Action, state).allowed ? [`${role[0]}${index}`] : [],
      ),
    )
    expect(allowed.join(' ')).toBe(expected)
  })

  it('says why not: the role before the state', () => {
    expect(can('candidate', 'mark-item', 'sealed')).toEqual({
      allowed: false,
      reason: 'Only the interviewer can do this.',
    })
    expect(can('interviewer', 'start-phase', 'lobby')).toEqual({
      allowed: false,
      reason: 'The interview has not started yet.',
    })
  })
})
