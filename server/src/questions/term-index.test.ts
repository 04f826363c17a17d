import { sampleQuestion } from '@drawbar/shared/testing/sample-question.ts'
import { expect, test } from 'vitest'
import { termIndex } from './term-index.ts'

const withTerms = (id: string, ...terms: string[]) => ({
  ...sampleQuestion({ id }),
  terms: terms.map((term) => ({ term, meaning: 'Something.' })),
})
const find = termIndex([
  withTerms('limits', 'Token bucket', 'Sliding window counter'),
  withTerms('quotas', 'Bucket', 'Lease'),
  withTerms('streams', 'Window', 'Ereignisgröße'),
])

test.each([
  ['bucket', ['limits', 'quotas']],
  ['Token Buck', ['limits']],
  ['bucket token', ['limits']],
  ['window', ['limits', 'streams']],
  ['sliding bucket', []],
  ['ereignisgrö', ['streams']],
  ['', []],
  ['!?', []],
])('%j is a term of %j', (text, ids) => {
  expect(find(text)).toEqual(ids)
})
