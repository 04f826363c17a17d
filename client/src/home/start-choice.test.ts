import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { describe, expect, it } from 'vitest'
import { fittingLength, fittingLevel } from './start-choice.ts'

const question: CatalogueEntry = {
  id: 'feed',
  title: 'A news feed',
  kind: 'design',
  levels: ['mid', 'staff'],
  topics: ['caching'],
  minutes: [35, 45],
  summary: 'Fans out.',
  pack: null,
  readable: true,
}

describe('what an interview starts with', () => {
  it('is what was wished where the question has it, or none is chosen yet', () => {
    expect(fittingLevel('mid', question)).toBe('mid')
    expect(fittingLength(45, question)).toBe(45)
    expect(fittingLevel('senior', null)).toBe('senior')
    expect(fittingLength(60, null)).toBe(60)
  })

  it('is else the nearest it has, the higher of two', () => {
    expect(fittingLevel('senior', question)).toBe('staff')
    expect(fittingLength(60, question)).toBe(45)
  })
})
