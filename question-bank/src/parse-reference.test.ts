import { expect, test } from 'vitest'
import { parseReference } from './parse-reference.ts'

const GOOD = ['---', 'title: Timers', '---', '', 'Often right.', '', '```mermaid', 'flowchart LR', '```', '']

const BROKEN: [string, string[], { line: number; reason: string }][] = [
  [
    'no front matter',
    GOOD.slice(3),
    { line: 1, reason: 'begins with front matter between two lines of ---' },
  ],
  [
    'front matter left open',
    ['---', 'title: Timers'],
    { line: 1, reason: 'the front matter has no closing ---' },
  ],
  [
    'front matter that is a word',
    ['---', 'Timers', '---', ...GOOD.slice(3)],
    { line: 2, reason: 'the front matter holds `title: …`' },
  ],
  [
    'another language',
    [...GOOD.slice(0, 6), '```js', '1', '```'],
    { line: 7, reason: 'only ```mermaid blocks belong here' },
  ],
  ['a block left open', GOOD.slice(0, 8), { line: 7, reason: 'the mermaid block is never closed' }],
  ['text below', [...GOOD, 'And so on.'], { line: 11, reason: 'text belongs above the first diagram' }],
  [
    'three diagrams',
    [...GOOD, ...GOOD.slice(6), ...GOOD.slice(6)],
    { line: 16, reason: 'holds at most two diagrams: a flowchart, then a sequence diagram' },
  ],
]

test('title, prose and diagram are taken apart, with their lines', () => {
  const parsed = parseReference(GOOD.join('\n'))
  if (!parsed.ok) throw new Error('expected a good reference')
  expect(parsed.value).toEqual({ title: 'Timers', when: 'Often right.', flowchart: 'flowchart LR' })
  expect([parsed.lineOf('title'), parsed.lineOf('flowchart')]).toEqual([2, 8])
})

test('Windows line ends read the same', () => {
  expect(parseReference(GOOD.join('\r\n'))).toMatchObject({ ok: true, value: { flowchart: 'flowchart LR' } })
})

for (const [name, lines, problem] of BROKEN) {
  test(`refused: ${name}`, () => {
    expect(parseReference(lines.join('\n'))).toEqual({ ok: false, problems: [problem] })
  })
}

test('YAML errors in the front matter keep the line of the file', () => {
  const parsed = parseReference(['---', 'title: "Timers', '---', '', '```mermaid', '```'].join('\n'))
  expect(parsed).toMatchObject({ ok: false, problems: [{ line: 2 }] })
})
