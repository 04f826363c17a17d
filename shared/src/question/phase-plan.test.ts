import { expect, it } from 'vitest'
import { LENGTHS } from './level.ts'
import { phasePlan } from './phase-plan.ts'

it.each(LENGTHS)('the default plan for %i minutes adds up to it', (length) => {
  const minutes = phasePlan(length).reduce((sum, phase) => sum + phase.minutes, 0)
  expect(minutes).toBe(length)
})

it("takes a question's own plan where it has one for the length", () => {
  const own = {
    45: [
      { id: 'talk', name: 'Talk', minutes: 40 },
      { id: 'end', name: 'End', minutes: 5 },
    ],
  }
  expect(phasePlan(45, own)).toBe(own[45])
  expect(phasePlan(35, own)[0]?.id).toBe('intro')
})
