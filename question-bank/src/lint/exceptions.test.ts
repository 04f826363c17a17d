import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { contentCopy } from '../testing/fixture-question.ts'
import { readExceptions } from './exceptions.ts'
import { fingerprintsOf } from './fingerprints.ts'
import { lintFolder } from './lint-folder.ts'

const RESOURCES = {
  readDiagram: async () => ({ ok: true, boxes: [] }) as const,
  fingerprints: fingerprintsOf([]),
  ownTopics: false,
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

test('what keeps the server from starting cannot be excepted', async () => {
  await using copy = await contentCopy()
  await copy.edit('lost-parcels/question.yaml', 'id: lost-parcels', 'id: found-parcels')
  const why = 'It would be nice.'
  const excepted = { file: 'lost-parcels/question.yaml', field: 'id', check: 'id-is-folder', why }
  await writeFile(copy.pathOf('exceptions.yaml'), JSON.stringify([excepted]))
  const checks = (await lintFolder(copy.folder, RESOURCES)).findings.map(({ check }) => check)
  expect(checks).toEqual(['id-is-folder', 'exceptions-needed'])
})

test('the exceptions of a question that cannot be read are not judged', async () => {
  await using copy = await contentCopy()
  await copy.edit('lost-parcels/question.yaml', 'kind: design', 'kind: riddle')
  const why = 'It used to say too much.'
  const excepted = { file: 'lost-parcels/prompt.md', field: 'prompt', check: 'prompt-keeps-answer', why }
  await writeFile(copy.pathOf('exceptions.yaml'), JSON.stringify([excepted]))
  expect((await lintFolder(copy.folder, RESOURCES)).findings).toMatchObject([{ field: 'kind' }])
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
