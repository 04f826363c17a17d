import { readdir } from 'node:fs/promises'
import type { Question } from '@drawbar/shared/question/question.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '../checks/check.ts'
import { FIXTURE_SLUG, fixtureQuestion } from '../testing/fixture-question.ts'
import { BANK_LINT_CHECKS, lintChecks } from './all-lint-checks.ts'
import { mermaidReader } from './diagrams.ts'
import { fingerprintsOf } from './fingerprints.ts'
import type { LintCheck } from './lint-check.ts'

const BORROWED = 'a dozen words in this very order stand in a source that is fingerprinted'

/** A question spoilt in one way, and all that the check of that name must say about it. */
type Bad = {
  readonly check: string
  readonly why: string
  spoil(question: Question): Question
  readonly problems: readonly Problem[]
}

const BAD: readonly Bad[] = [
  {
    check: 'known-topics',
    why: 'a topic nobody else uses',
    spoil: (question) => ({ ...question, topics: ['alerting', 'parcels'] }),
    problems: [{ path: ['topics', 1], reason: "'parcels' is not a known topic" }],
  },
  {
    check: 'dimension-weights',
    why: 'most items on the lightest dimension',
    spoil: (question) => changeAll(question, (item) => ({ ...item, dimension: 'numbers' })),
    problems: [
      reason(['checklist'], 'Problem and requirements weighs 15 % and has 0 of 8 items, not 1 to 3'),
      reason(['checklist'], 'Numbers weighs 10 % and has 8 of 8 items, not 1 to 2'),
      reason(['checklist'], 'High-level design weighs 20 % and has 0 of 8 items, not 1 to 4'),
      reason(['checklist'], 'Depth weighs 25 % and has 0 of 8 items, not 1 to 4'),
      reason(
        ['checklist'],
        'Trade-offs, failure and operations weighs 20 % and has 0 of 8 items, not 1 to 4',
      ),
      reason(['checklist'], 'Communication and drive weighs 10 % and has 0 of 8 items, not 1 to 2'),
    ],
  },
  {
    check: 'star-parts',
    why: 'an experience that is never asked for its result',
    spoil: (question) => ({
      ...changeAll(question, (item, at) => ({
        ...item,
        star: at < 4 ? 'situation' : at < 6 ? 'task' : 'action',
      })),
      kind: 'experience',
    }),
    problems: [reason(['checklist'], 'no item is heard in the result')],
  },
  {
    check: 'star-parts',
    why: 'a design with a story',
    spoil: (question) => changeFirst(question, 'followUps', { star: 'task' }),
    problems: [reason(['followUps', 0, 'star'], 'belongs to experience questions only')],
  },
  {
    check: 'rungs-differ',
    why: 'a rung said twice',
    spoil: (question) =>
      changeFirst(question, 'followUps', {
        hints: { nudge: 'Who?', pointer: 'Who works?', giveAway: 'who works' },
      }),
    problems: [reason(['followUps', 0, 'hints'], 'two rungs say the same')],
  },
  {
    check: 'hint-order',
    why: 'a nudge that gives the answer away',
    spoil: (question) =>
      changeFirst(question, 'followUps', {
        hints: {
          nudge: 'Have you thought of thresholds in working hours?',
          pointer: 'Count hours differently.',
          giveAway: 'Working hours, by country.',
        },
      }),
    problems: [
      reason(['followUps', 0, 'hints', 'nudge'], 'says 3 words of the answer, and the pointer after it 1'),
    ],
  },
  {
    check: 'levels-differ',
    why: 'two levels alike',
    spoil: (question) => changeFirst(question, 'checklist', { mid: 'Asks.', senior: 'asks', staff: 'Told' }),
    problems: [reason(['checklist', 0], 'two levels are said to show the same')],
  },
  {
    check: 'figures-have-units',
    why: 'numbers of nothing, and shares beyond the whole',
    spoil: (question) => ({
      ...question,
      requirements: {
        ...question.requirements,
        scale: [
          'Rises from 100 to 20 000',
          'The list, at 20:15, holds 40, 30 and 30 % of p99',
          'Costs $ 5 or 3.5 million of requests; HTTP/2 on 24-core machines',
        ],
      },
      estimation: {
        inputs: [{ id: 'share', name: 'Share', unit: 'fraction', value: 0.5, low: 0.1, high: 1.5 }],
        results: [{ id: 'lost', name: 'Lost', unit: '%', expression: 'share * 100', why: 'It tells.' }],
      },
    }),
    problems: [
      reason(['requirements', 'scale', 0], "'100 to 20 000' has no unit"),
      reason(['estimation', 'inputs', 0, 'high'], "reaches 1.5 where the unit 'fraction' ends at 1"),
      reason(['estimation', 'results', 0, 'expression'], "reaches 150 where the unit '%' ends at 100"),
    ],
  },
  {
    check: 'bands-decide',
    why: 'a band that takes anything',
    spoil: (question) => ({
      ...question,
      estimation: {
        ...question.estimation,
        inputs: question.estimation.inputs.map((input) => ({ ...input, low: 1, high: 1e6 })),
      },
    }),
    problems: [reason(['estimation', 'results', 0], 'accepts anything from 0.000012 to 1.2e+7')],
  },
  {
    check: 'brief-reading-time',
    why: 'a brief that takes a quarter of an hour',
    spoil: (question) => ({
      ...question,
      brief: { ...question.brief, rabbitHoles: Array.from({ length: 60 }, () => 'twelve words '.repeat(6)) },
    }),
    problems: [reason(['brief'], expect.stringMatching(/^has \d+ words, more than 714$/))],
  },
  {
    check: 'prompt-keeps-answer',
    why: 'a prompt with a term and a sentence of the answer',
    spoil: (question) => ({
      ...question,
      prompt: 'Every scan counts. Remember that silence has to be noticed by a timer.',
    }),
    problems: [
      reason(['prompt'], "says 'Scan', a term of the answer"),
      reason(['prompt'], "says 'silence has to be noticed by', which the answer says too"),
    ],
  },
  {
    check: 'phases-on-offer',
    why: 'a plan for a length that is not offered',
    spoil: (question) => ({ ...question, minutes: [35] }),
    problems: [reason(['phases', '45'], 'the question is not offered for 45 minutes')],
  },
  {
    check: 'phase-names-neutral',
    why: 'a phase that everybody can read the answer from',
    spoil: (question) => ({
      ...question,
      phases: { 45: [{ id: 'one', name: 'Scan and timer', minutes: 45 }] },
    }),
    problems: [reason(['phases', '45', 0, 'name'], "says 'scan', a term of the answer")],
  },
  {
    check: 'mermaid-parses',
    why: 'a box that is never closed, and a sequence of nothing',
    spoil: (question) =>
      changeFirst(question, 'references', {
        flowchart: 'flowchart LR\n  a["A"]:::client --> b["B',
        sequence: 'sequenceDiagram\n  A->>',
      }),
    problems: [
      reason(['references', 0, 'flowchart'], expect.stringMatching(/error on line 3/)),
      reason(['references', 0, 'sequence'], expect.stringMatching(/error on line 2/)),
    ],
  },
  {
    check: 'boxes-have-kinds',
    why: 'a box of no kind, and one of an unknown kind; a group needs none',
    spoil: (question) =>
      changeFirst(question, 'references', {
        flowchart:
          'flowchart LR\n  a["A"]:::client --> b["B"] --> c["C"]:::magic --> group\n  subgraph group\n    d["D"]:::sql\n  end\n',
      }),
    problems: [
      reason(['references', 0, 'flowchart'], "the box 'b' has no kind"),
      reason(['references', 0, 'flowchart'], "the box 'c' has no kind"),
    ],
  },
  {
    check: 'boxes-have-kinds',
    why: 'a starter board with a box of no kind',
    spoil: (question) => ({
      ...question,
      starter: { flowchart: 'flowchart LR\n  a["A"]:::client --> b["B"]', locked: true },
    }),
    problems: [reason(['starter', 'flowchart'], "the box 'b' has no kind")],
  },
  {
    check: 'technology-names',
    why: 'products spelled by ear, in a text and in a label; ids are left alone',
    spoil: (question) =>
      changeFirst(
        { ...question, keyPoints: ['Postgres and kafka, not my-kafka/kafka.ts', ...question.keyPoints] },
        'references',
        { flowchart: 'flowchart LR\n  redis["REDIS"]:::cache' },
      ),
    problems: [
      {
        ...reason(['keyPoints', 0], "'Postgres' is spelled 'PostgreSQL'"),
        mend: { find: 'Postgres', put: 'PostgreSQL' },
      },
      { ...reason(['keyPoints', 0], "'kafka' is spelled 'Kafka'"), mend: { find: 'kafka', put: 'Kafka' } },
      {
        ...reason(['references', 0, 'flowchart'], "'REDIS' is spelled 'Redis'"),
        mend: { find: 'REDIS', put: 'Redis' },
      },
    ],
  },
  {
    check: 'tidy-prose',
    why: 'slips of the keyboard',
    spoil: (question) => ({
      ...question,
      mistakes: ['Two  spaces', 'And so on...', 'A space , here', 'Fine.'],
    }),
    problems: [
      { ...reason(['mistakes', 0], 'has two spaces'), mend: { find: 'Two  spaces', put: 'Two spaces' } },
      { ...reason(['mistakes', 1], 'has three dots'), mend: { find: 'on...', put: 'on…' } },
      { ...reason(['mistakes', 2], 'has a space before a mark'), mend: { find: 'space ,', put: 'space,' } },
    ],
  },
  {
    check: 'no-placeholders',
    why: 'something of the template is left',
    spoil: (question) => ({
      ...question,
      notes: ['<what is said often, and what is right>', 'if a < b and c > d'],
    }),
    problems: [reason(['notes', 0], "'<what is said often, and what is right>' is still to be written")],
  },
  {
    check: 'own-words',
    why: 'a sentence of somebody else',
    spoil: (question) => ({ ...question, notes: [`It was said that ${BORROWED.toUpperCase()}!`] }),
    problems: [
      reason(['notes', 0], "'a dozen words in this very order stand in a source that' stands in a source"),
    ],
  },
]

let checks: readonly LintCheck[]
let good: Question
beforeAll(async () => {
  checks = lintChecks({
    readDiagram: await mermaidReader(),
    fingerprints: fingerprintsOf([BORROWED]),
    ownTopics: false,
  })
  good = await fixtureQuestion()
})

describe('a good question', () => {
  test('passes every check', async () => {
    const found = await Promise.all(
      checks.map(async (check) => [check.name, await check.run(good, FIXTURE_SLUG)]),
    )
    expect(found.filter(([, problems]) => problems?.length !== 0)).toEqual([])
  })
})

describe('a bad question', () => {
  test.each(BAD)('$check finds $why', async ({ check: name, spoil, problems }) => {
    const check = checks.find((one) => one.name === name)
    expect(await check?.run(spoil(good), FIXTURE_SLUG)).toEqual(problems)
  })

  test('unique-titles finds titles that read alike', () => {
    const [uniqueTitles] = BANK_LINT_CHECKS
    expect(uniqueTitles?.run([good, { ...good, id: 'other', title: 'Lost parcels!' }])).toEqual([
      { at: 1, path: ['title'], reason: "'lost-parcels' has the same title" },
    ])
  })
})

test('every check is in the list under the name of its file, says what to do, and has a bad example here', async () => {
  const others = [
    'all-lint-checks',
    'diagrams',
    'exceptions',
    'fingerprints',
    'lint-check',
    'lint-folder',
    'mend',
    'technologies',
    'texts',
    'words',
  ]
  const files = (await readdir(new URL('.', import.meta.url)))
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((file) => !others.includes(file))
  const all = [...checks, ...BANK_LINT_CHECKS]
  expect(all.map(({ name }) => name).toSorted()).toEqual(files.toSorted())
  expect(all.filter(({ advice }) => advice.length < 15)).toEqual([])
  const shown = new Set([...BAD.map(({ check }) => check), 'unique-titles'])
  expect(files.filter((file) => !shown.has(file))).toEqual([])
})

function reason(path: Problem['path'], text: string): Problem {
  return { path, reason: text }
}

type Item = Question['checklist'][number]

function changeAll(question: Question, change: (item: Item, at: number) => Item): Question {
  return { ...question, checklist: question.checklist.map(change) }
}

function changeFirst<List extends 'followUps' | 'checklist' | 'references'>(
  question: Question,
  list: List,
  change: Partial<Question[List][number]>,
): Question {
  return { ...question, [list]: question[list].map((item, at) => (at === 0 ? { ...item, ...change } : item)) }
}
