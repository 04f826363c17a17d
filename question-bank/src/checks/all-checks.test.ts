import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { BANK_CHECKS, QUESTION_CHECKS } from './all-checks.ts'

test('every check in this folder is run, under the name of its file', async () => {
  const files = await readdir(new URL('.', import.meta.url))
  const names = files
    .filter((file) => !file.endsWith('.test.ts') && !['check.ts', 'all-checks.ts'].includes(file))
    .map((file) => file.replace(/\.ts$/, ''))
  const run = [...QUESTION_CHECKS, ...BANK_CHECKS].map((check) => check.name)
  expect(run.toSorted()).toEqual(names.toSorted())
})
