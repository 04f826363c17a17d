import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { contentCopy } from '../testing/fixture-question.ts'
import { runBankCommand } from './bank-command.ts'

function recorder() {
  const said: string[] = []
  const complaints: string[] = []
  return {
    said,
    complaints,
    console: {
      print: (text: string) => void said.push(text),
      complain: (text: string) => void complaints.push(text),
      shown: (path: string) => path,
    },
  }
}

test('a new question is complete but for its placeholders, and an existing one is never touched', async () => {
  await using copy = await contentCopy()
  const { console, said, complaints } = recorder()
  const run = (...args: string[]) => runBankCommand(['--pack', copy.folder, ...args], console)

  expect(await run('new', 'found-parcels')).toBe(0)
  expect(said.at(-1)).toContain(`pnpm bank --pack ${copy.folder} check found-parcels`)
  expect(await readFile(copy.pathOf('found-parcels/question.yaml'), 'utf8')).toMatch(/^id: found-parcels\n/)

  expect(await run('check', 'found-parcels')).toBe(1)
  const checks = [...(said.at(-1) ?? '').matchAll(/\(([a-z-]+)\)$/gm)].map(([, check]) => check)
  expect(new Set(checks)).toEqual(new Set(['no-placeholders']))

  expect(await run('new', 'lost-parcels')).toBe(1)
  expect(complaints.at(-1)).toContain('is there already')
  expect(await run('new', 'Lost Parcels')).toBe(1)
  expect(complaints.at(-1)).toContain('lower-case words joined by single hyphens')
  expect(await run('new')).toBe(2)
})

test('fix mends what a machine can mend, and tells the rest', async () => {
  await using copy = await contentCopy()
  await copy.edit(
    'lost-parcels/question.yaml',
    'Silence has to be noticed by a timer',
    'Kafka is not a timer, nor redis',
  )
  await copy.edit('lost-parcels/question.yaml', 'id: lost-parcels', 'id: found-parcels')
  const { console, said } = recorder()
  const run = (command: string) => runBankCommand(['--pack', copy.folder, command], console)
  expect(await run('check')).toBe(1)
  expect(await run('fix')).toBe(0)
  expect(said.at(-2)).toContain(
    "lost-parcels/question.yaml:18: keyPoints[1]: 'redis' is spelled 'Redis' (technology-names)",
  )
  expect(said.at(-1)).toBe('1 question, no findings')
  expect(await readFile(copy.pathOf('lost-parcels/question.yaml'), 'utf8')).toContain(
    'Kafka is not a timer, nor Redis',
  )
  expect(await run('fix')).toBe(0)
  expect(said.at(-2)).toBe('nothing a machine can mend')
})

test('stats count by kind, level, length, topic and dimension', async () => {
  await using copy = await contentCopy()
  const { console, said } = recorder()
  expect(await runBankCommand(['--pack', copy.folder, 'stats'], console)).toBe(0)
  expect(said.join('\n')).toContain(
    '1 question, 8 checklist items, 3 follow-ups, 4 constraint cards, 1 reference design',
  )
  expect(said.join('\n')).toMatch(/by topic\n {2}alerting {5}1/)
  await writeFile(copy.pathOf('lost-parcels/prompt.md'), '')
  expect(await runBankCommand(['--pack', copy.folder, 'stats'], console)).toBe(1)
  expect(said.at(-1)).toContain('lost-parcels/prompt.md')
})

test('a folder and a file that are not there are said so', async () => {
  const { console, complaints } = recorder()
  expect(await runBankCommand(['--pack', '/nowhere/at-all', 'new', 'parcels'], console)).toBe(1)
  expect(await runBankCommand(['fingerprints', '/nowhere/at-all.txt'], console)).toBe(1)
  expect(complaints).toEqual([
    'there is nothing at /nowhere/at-all',
    'there is nothing at /nowhere/at-all.txt',
  ])
})

test('a call that means nothing prints how to call', async () => {
  for (const args of [['sing'], ['--loud'], ['fingerprints']]) {
    const { console, complaints } = recorder()
    expect(await runBankCommand(args, console)).toBe(2)
    expect(complaints.join()).toContain('pnpm bank [--pack <folder>] <command>')
  }
})
