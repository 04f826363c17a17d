import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { contentCopy } from '../testing/fixture-question.ts'
import { fingerprintsOf } from './fingerprints.ts'
import { lintFolder } from './lint-folder.ts'
import { mendFiles, mendText } from './mend.ts'

const RESOURCES = {
  readDiagram: async () => ({ ok: true, boxes: [] }) as const,
  fingerprints: fingerprintsOf([]),
  ownTopics: false,
}

test('only the whole word, only in its place, from the last place to the first', () => {
  const text = 'kafka kafka-topic kafka; kafka kafkaesque kafka.'
  const mend = { find: 'kafka', put: 'Kafka' }
  expect(
    mendText(text, [
      { ...mend, start: 0, end: 18 },
      { ...mend, start: 25, end: text.length },
      { find: ';', put: ',', start: 18, end: 25 },
    ]),
  ).toBe('Kafka kafka-topic kafka, Kafka kafkaesque Kafka.')
})

test('what a machine can mend is gone after it, and the rest of the files is untouched', async () => {
  await using copy = await contentCopy()
  const file = 'lost-parcels/question.yaml'
  const before = await readFile(copy.pathOf(file), 'utf8')
  const key = 'A parcel is lost when nothing happens'
  await copy.edit(file, key, `>- # why not kafka\n    A parcel  is lost...\n    in kafka`)
  await copy.edit(
    'lost-parcels/prompt.md',
    'Parcels get lost.',
    'Parcels  get lost in redis.\n\n- one\n  - in one\n\n',
  )
  await copy.edit('lost-parcels/references/timers.md', 'Right when', 'With mysql right when')

  const first = await lintFolder(copy.folder, RESOURCES)
  const mended = await mendFiles(copy.folder, first.findings)
  expect(mended.map(({ reason }) => reason).toSorted()).toEqual([
    "'kafka' is spelled 'Kafka'",
    "'mysql' is spelled 'MySQL'",
    "'redis' is spelled 'Redis'",
    'has three dots',
    'has two spaces',
    'has two spaces',
  ])
  expect((await lintFolder(copy.folder, RESOURCES)).findings).toEqual([])
  expect(await readFile(copy.pathOf(file), 'utf8')).toBe(
    before.replace(key, `>- # why not Kafka\n    A parcel is lost…\n    in Kafka`),
  )
  expect(await readFile(copy.pathOf('lost-parcels/prompt.md'), 'utf8')).toMatch(
    /^Parcels get lost in Redis\./,
  )
  expect(await readFile(copy.pathOf('lost-parcels/references/timers.md'), 'utf8')).toContain(
    'With MySQL right when',
  )
})
