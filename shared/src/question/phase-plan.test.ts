import { describe, expect, it } from 'vitest'
import { LENGTHS } from './level.ts'
import { phasePlan } from './phase-plan.ts'
import { QUESTION_KINDS } from './question.ts'

describe.each(QUESTION_KINDS)('the default plan of a question of the kind %s', (kind) => {
  it.each(LENGTHS)('adds up to %i minutes', (length) => {
    const minutes = phasePlan(length, { kind, phases: {} }).reduce((sum, phase) => sum + phase.minutes, 0)
    expect(minutes).toBe(length)
  })
})

it("takes a question's own plan where it has one for the length", () => {
  const phases = {
    45: [
      { id: 'talk', name: 'Talk', minutes: 40 },
      { id: 'end', name: 'End', minutes: 5 },
    ],
  }
  expect(phasePlan(45, { kind: 'design', phases })).toBe(phases[45])
  expect(phasePlan(35, { kind: 'design', phases })[0]?.id).toBe('intro')
})
