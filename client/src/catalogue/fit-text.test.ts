import { expect, it } from 'vitest'
import { levelsText, minutesText } from './fit-text.ts'

it('says at which levels and lengths a question is asked', () => {
  expect(levelsText(['staff', 'mid', 'senior'])).toBe('All levels')
  expect(levelsText(['staff', 'senior'])).toBe('Senior and staff')
  expect(levelsText(['mid'])).toBe('Mid')
  expect(minutesText([35, 45, 60])).toBe('35 to 60 min')
  expect(minutesText([60, 35])).toBe('35 or 60 min')
  expect(minutesText([45])).toBe('45 min')
})
