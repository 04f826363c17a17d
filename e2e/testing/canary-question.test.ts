import { expect, it } from 'vitest'
import { catalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { EMPTY_INTERVIEW } from '@drawbar/shared/interview/interview.ts'
import { questionView } from '@drawbar/shared/question/question-view.ts'
import { findCanaries } from './canary.ts'
import { canaryQuestion, PUBLIC_FIELDS } from './canary-question.ts'

const { question, canaries } = canaryQuestion()
const all = [...canaries.values()]
const plan = { level: 'senior', minutes: 45 } as const

it('has a canary in every field that is not public', () => {
  const fields = Object.entries(question).filter(([field]) => !PUBLIC_FIELDS.has(field))
  const bare = fields.filter(
    ([, value]) => findCanaries(Buffer.from(JSON.stringify(value)), all).length === 0,
  )
  expect(bare.map(([field]) => field)).toEqual([])
  expect(all.length).toBeGreaterThan(80)
  expect(new Set(all).size).toBe(all.length)
})

it('is found whole in the interviewer’s view, and nowhere in the others', () => {
  const viewOf = (role: 'interviewer' | 'candidate') =>
    Buffer.from(JSON.stringify(questionView({ question, plan, role, interview: EMPTY_INTERVIEW })))
  const found = new Set(findCanaries(viewOf('interviewer'), all).map(({ canary }) => canary))
  expect(all.filter((canary) => !found.has(canary))).toEqual([])
  expect(findCanaries(viewOf('candidate'), all)).toEqual([])
  expect(
    findCanaries(Buffer.from(JSON.stringify(catalogueEntry(question, { pack: null, readable: true }))), all),
  ).toEqual([])
})
