import { expect, test } from 'vitest'
import { formatField, formatFindings } from './finding.ts'

test('a path is written the way code would', () => {
  expect(formatField(['checklist', 3, 'dimension'])).toBe('checklist[3].dimension')
  expect(formatField(['phases', '45', 0])).toBe('phases.45[0]')
  expect(formatField([])).toBe('')
})

test('findings are printed like a compiler’s, by file and line', () => {
  expect(
    formatFindings([
      { file: 'b/question.yaml', field: 'title', reason: 'is empty', line: 12 },
      { file: 'b/question.yaml', field: 'id', reason: 'is missing (expected string)', line: 2 },
      { file: 'a/prompt.md', field: '', reason: 'the file is missing' },
    ]),
  ).toBe(
    [
      'a/prompt.md: the file is missing',
      'b/question.yaml:2: id: is missing (expected string)',
      'b/question.yaml:12: title: is empty',
      '',
      '3 findings in 2 files',
    ].join('\n'),
  )
})

test('nothing wrong prints nothing', () => {
  expect(formatFindings([])).toBe('')
})
