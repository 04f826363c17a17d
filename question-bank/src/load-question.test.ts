import { mkdir, rm, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { loadQuestion } from './load-question.ts'
import { contentCopy, FIXTURE_SLUG, fixtureQuestion } from './testing/fixture-question.ts'

type Copy = Awaited<ReturnType<typeof contentCopy>>

test('a good folder becomes a question', async () => {
  const question = await fixtureQuestion()
  expect(question.prompt).toBe('Parcels get lost. **Design a list of those that have stopped moving.**')
  expect(question.followUps.map((followUp) => followUp.id)).toEqual(['weekend', 'late-scans', 'many-lost'])
  expect(question.references[0]).toEqual({
    title: 'A timer per parcel',
    when: 'Right when parcels are many and silent ones few.',
    flowchart: 'flowchart LR\n  scanner["Scanner"]:::client --> timers["Timers"]:::scheduler',
    sequence: 'sequenceDiagram\n  Scanner->>Timers: seen at 12:00',
  })
})

const BROKEN: { name: string; damage: (copy: Copy) => Promise<void>; finding: Finding }[] = [
  {
    name: 'a file is missing',
    damage: (copy) => rm(copy.pathOf('lost-parcels/brief.yaml')),
    finding: { file: 'lost-parcels/brief.yaml', field: '', reason: 'the file is missing' },
  },
  {
    name: 'a file nobody knows',
    damage: (copy) => writeFile(copy.pathOf('lost-parcels/checklist.yml'), ''),
    finding: {
      file: 'lost-parcels/checklist.yml',
      field: '',
      reason:
        'is not a file of a question (question.yaml, prompt.md, brief.yaml, follow-ups.yaml, checklist.yaml, constraints.yaml)',
    },
  },
  {
    name: 'a stray file among the references',
    damage: (copy) => writeFile(copy.pathOf('lost-parcels/references/timers.png'), ''),
    finding: {
      file: 'lost-parcels/references/timers.png',
      field: '',
      reason: 'only <lower-case-name>.md files belong in references',
    },
  },
  {
    name: 'YAML that cannot be read',
    damage: (copy) =>
      copy.edit('lost-parcels/checklist.yaml', 'text: Looks at point 2', 'text: "Looks at point 2'),
    finding: {
      file: 'lost-parcels/checklist.yaml',
      field: '',
      reason: expect.stringMatching(/^not valid YAML: /),
      line: expect.any(Number),
    },
  },
  {
    name: 'a key written twice',
    damage: (copy) => copy.edit('lost-parcels/question.yaml', 'kind: design', 'kind: design\ntitle: Again'),
    finding: {
      file: 'lost-parcels/question.yaml',
      field: '',
      reason: 'not valid YAML: Map keys must be unique',
      line: 4,
    },
  },
  {
    name: 'a list where a mapping belongs',
    damage: (copy) => writeFile(copy.pathOf('lost-parcels/brief.yaml'), '- intent\n'),
    finding: { file: 'lost-parcels/brief.yaml', field: '', reason: 'holds a mapping of fields' },
  },
  {
    name: 'a field of another file',
    damage: (copy) => copy.edit('lost-parcels/question.yaml', 'notes: []', 'notes: []\nprompt: Design it.'),
    finding: {
      file: 'lost-parcels/question.yaml',
      field: 'prompt',
      reason: 'belongs in prompt.md',
      line: 52,
    },
  },
  {
    name: 'a required field is missing',
    damage: (copy) => copy.edit('lost-parcels/checklist.yaml', '  text: Looks at point 4\n', ''),
    finding: {
      file: 'lost-parcels/checklist.yaml',
      field: 'checklist[3].text',
      reason: 'is missing (expected string)',
      line: 19,
    },
  },
  {
    name: 'a misspelt field',
    damage: (copy) =>
      copy.edit('lost-parcels/question.yaml', 'minutes: 40', 'minutes: 40\n      watchfor: Timers'),
    finding: {
      file: 'lost-parcels/question.yaml',
      field: 'phases.45[1].watchfor',
      reason: 'is not a known field',
      line: 51,
    },
  },
  {
    name: 'a value outside its set',
    damage: (copy) => copy.edit('lost-parcels/checklist.yaml', 'dimension: numbers', 'dimension: maths'),
    finding: {
      file: 'lost-parcels/checklist.yaml',
      field: 'checklist[1].dimension',
      reason:
        "expected one of 'requirements', 'numbers', 'high-level', 'depth', 'trade-offs', 'communication', found 'maths'",
      line: 8,
    },
  },
  {
    name: 'a length that is not on offer',
    damage: (copy) => copy.edit('lost-parcels/question.yaml', 'minutes: [45]', 'minutes: [50]'),
    finding: {
      file: 'lost-parcels/question.yaml',
      field: 'minutes[0]',
      reason: 'found 50, which is none of the allowed values',
      line: 7,
    },
  },
  {
    name: 'too few entries',
    damage: (copy) => copy.edit('lost-parcels/question.yaml', '  - Most silence is harmless\n', ''),
    finding: {
      file: 'lost-parcels/question.yaml',
      field: 'keyPoints',
      reason: 'is too few: at least 3 entries',
      line: 16,
    },
  },
  {
    name: 'a text that is too long',
    damage: (copy) =>
      copy.edit('lost-parcels/question.yaml', 'title: Lost parcels', `title: ${'parcel '.repeat(20)}`),
    finding: {
      file: 'lost-parcels/question.yaml',
      field: 'title',
      reason: 'is too long: at most 90 characters',
      line: 2,
    },
  },
  {
    name: 'an input outside its own range',
    damage: (copy) => copy.edit('lost-parcels/question.yaml', 'high: 10', 'high: 5'),
    finding: {
      file: 'lost-parcels/question.yaml',
      field: 'estimation.inputs[1]',
      reason: 'value lies between low and high',
      line: 31,
    },
  },
  {
    name: 'an empty prompt',
    damage: (copy) => writeFile(copy.pathOf('lost-parcels/prompt.md'), '\n'),
    finding: { file: 'lost-parcels/prompt.md', field: 'prompt', reason: 'is empty', line: 1 },
  },
  {
    name: 'a reference without a diagram',
    damage: (copy) =>
      writeFile(
        copy.pathOf('lost-parcels/references/timers.md'),
        '---\ntitle: Timers\n---\n\nOften right.\n',
      ),
    finding: {
      file: 'lost-parcels/references/timers.md',
      field: '',
      reason: 'has no ```mermaid block with a flowchart',
      line: 6,
    },
  },
  {
    name: 'a reference that does not say when it is right',
    damage: (copy) =>
      copy.edit('lost-parcels/references/timers.md', 'Right when parcels are many and silent ones few.', ''),
    finding: { file: 'lost-parcels/references/timers.md', field: 'when', reason: 'is empty', line: 4 },
  },
  {
    name: 'an id that is not the folder',
    damage: (copy) => copy.edit('lost-parcels/question.yaml', 'id: lost-parcels', 'id: found-parcels'),
    finding: {
      file: 'lost-parcels/question.yaml',
      field: 'id',
      reason: "is 'found-parcels' but the folder is 'lost-parcels'",
      line: 1,
    },
  },
  {
    name: 'an id used twice',
    damage: (copy) => copy.edit('lost-parcels/follow-ups.yaml', 'id: late-scans', 'id: weekend'),
    finding: {
      file: 'lost-parcels/follow-ups.yaml',
      field: 'followUps[1].id',
      reason: "'weekend' is used twice",
      line: 8,
    },
  },
  {
    name: 'a dimension without an item',
    damage: (copy) => copy.edit('lost-parcels/checklist.yaml', 'dimension: numbers', 'dimension: depth'),
    finding: {
      file: 'lost-parcels/checklist.yaml',
      field: 'checklist',
      reason: "no item for the dimension 'numbers' (Numbers)",
      line: 1,
    },
  },
  {
    name: 'phases that do not fill the length',
    damage: (copy) => copy.edit('lost-parcels/question.yaml', 'minutes: 40', 'minutes: 39'),
    finding: {
      file: 'lost-parcels/question.yaml',
      field: 'phases.45',
      reason: 'adds up to 44 minutes, not 45',
      line: 44,
    },
  },
  {
    name: 'an expression that cannot be read',
    damage: (copy) => copy.edit('lost-parcels/question.yaml', 'parcels * scans / 86400', 'parcels * * scans'),
    finding: {
      file: 'lost-parcels/question.yaml',
      field: 'estimation.results[0].expression',
      reason: "did not expect '*' at character 11",
      line: 41,
    },
  },
  {
    name: 'a flowchart that is none',
    damage: (copy) => copy.edit('lost-parcels/references/timers.md', 'flowchart LR', 'graph LR'),
    finding: {
      file: 'lost-parcels/references/timers.md',
      field: 'flowchart',
      reason: "begins with 'flowchart'",
      line: 8,
    },
  },
  {
    name: 'a box of no known kind',
    damage: (copy) => copy.edit('lost-parcels/references/timers.md', ':::scheduler', ':::clockwork'),
    finding: {
      file: 'lost-parcels/references/timers.md',
      field: 'flowchart',
      reason: "'clockwork' is not a component kind",
      line: 8,
    },
  },
]

for (const { name, damage, finding } of BROKEN) {
  test(`refused with place and reason: ${name}`, async () => {
    await using copy = await contentCopy()
    await damage(copy)
    const loaded = await loadQuestion(copy.folder, FIXTURE_SLUG)
    expect(loaded).toEqual({ ok: false, findings: [expect.objectContaining(finding)] })
  })
}

test('a design question without references is refused', async () => {
  await using copy = await contentCopy()
  await rm(copy.pathOf('lost-parcels/references'), { recursive: true })
  expect(await loadQuestion(copy.folder, FIXTURE_SLUG)).toEqual({
    ok: false,
    findings: [
      {
        file: 'lost-parcels/references',
        field: 'references',
        reason: 'a design question has at least one reference design',
        check: 'references-fit-kind',
        advice: 'Add references/1-<name>.md with a Mermaid flowchart.',
      },
    ],
  })
})

test('everything that is wrong comes back at once', async () => {
  await using copy = await contentCopy()
  await copy.edit('lost-parcels/question.yaml', 'kind: design', 'kind: riddle\ndifficulty: hard')
  await copy.edit('lost-parcels/constraints.yaml', 'title: A strike', 'titel: A strike')
  const loaded = await loadQuestion(copy.folder, FIXTURE_SLUG)
  expect(loaded.ok ? [] : loaded.findings.map(({ file, field }) => `${file} ${field}`)).toEqual([
    'lost-parcels/question.yaml difficulty',
    'lost-parcels/constraints.yaml constraints[1].titel',
    'lost-parcels/question.yaml kind',
    'lost-parcels/constraints.yaml constraints[1].title',
  ])
})

test('dot-files are nobody’s content', async () => {
  await using copy = await contentCopy()
  await writeFile(copy.pathOf('lost-parcels/.DS_Store'), '')
  await mkdir(copy.pathOf('lost-parcels/references/.cache'))
  expect((await loadQuestion(copy.folder, FIXTURE_SLUG)).ok).toBe(true)
})
