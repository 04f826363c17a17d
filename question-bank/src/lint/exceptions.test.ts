import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { contentCopy } from '../testing/fixture-question.ts'
import { readExceptions } from './exceptions.ts'
import { fingerprintsOf } from './fingerprints.ts'
import { lintFolder } from './lint-folder.ts'

const RESOURCES = {
  readDiagram: async () => ({ ok: true, boxes: [] }) as const,
  fingerprints: fingerprintsOf([]),
}

test('an exception takes out its finding, and one that nothing needs is a finding', async () => {
  await using copy = await contentCopy()
  await copy.edit('lost-parcels/question.yaml', 'topics: [alerting]', 'topics: [parcels]')
  expect((await lintFolder(copy.folder, RESOURCES)).findings).toMatchObject([{ check: 'known-topics' }])
  await writeFile(
    copy.pathOf('exceptions.yaml'),
    `
- file: lost-parcels/question.yaml
  field: topics[0]
  check: known-topics
  why: Parcels are a topic of their own here.
- file: lost-parcels/prompt.md
  field: prompt
  check: prompt-keeps-answer
  why: It used to say too much.
`,
  )
  expect((await lintFolder(copy.folder, RESOURCES)).findings).toEqual([
    {
      file: 'exceptions.yaml',
      field: '',
      line: 6,
      check: 'exceptions-needed',
      reason: 'prompt-keeps-answer finds nothing in lost-parcels/prompt.md, prompt',
      advice: 'Delete the exception.',
    },
  ])
  expect((await lintFolder(copy.folder, RESOURCES, ['lost-parcels'])).questions).toBe(1)
})

test('an exception says why', () => {
  const read = readExceptions('- file: a\n  field: b\n  check: c\n  why: so\n')
  expect(read).toMatchObject({
    ok: false,
    findings: [{ file: 'exceptions.yaml', field: '[0].why', line: 4 }],
  })
  expect(readExceptions('')).toEqual({ ok: true, exceptions: [] })
  expect(readExceptions('- [')).toMatchObject({ ok: false, findings: [{ file: 'exceptions.yaml' }] })
})
