import { DIMENSIONS } from '@drawbar/shared/question/dimension.ts'
import { LENGTHS, LEVELS } from '@drawbar/shared/question/level.ts'
import { QUESTION_KINDS, type Question } from '@drawbar/shared/question/question.ts'

import { counted } from '../counted.ts'

/** What the bank covers, as a table of plain text: by kind, level, length, topic, and items by dimension. */
export function stats(questions: readonly Question[]): string {
  const items = questions.flatMap((question) => question.checklist)
  const topics = [...new Set(questions.flatMap((question) => question.topics))]
  const byTopic = rows(
    topics,
    (topic) => questions.filter((question) => question.topics.includes(topic)).length,
  )
  return [
    [
      counted(questions.length, 'question'),
      counted(items.length, 'checklist item'),
      counted(sum(questions, 'followUps'), 'follow-up'),
      counted(sum(questions, 'constraints'), 'constraint card'),
      counted(sum(questions, 'references'), 'reference design'),
    ].join(', '),
    table(
      'kind',
      rows(QUESTION_KINDS, (kind) => questions.filter((question) => question.kind === kind).length),
    ),
    table(
      'level',
      rows(LEVELS, (level) => questions.filter(({ levels }) => levels.includes(level)).length),
    ),
    table(
      'minutes',
      rows(LENGTHS, (length) => questions.filter(({ minutes }) => minutes.includes(length)).length),
    ),
    table(
      'dimension, of the items',
      DIMENSIONS.map(({ id, weight }) => {
        const share = items.filter((item) => item.dimension === id).length
        return [id, share, `${Math.round((100 * share) / Math.max(1, items.length))} % (weight ${weight} %)`]
      }),
    ),
    table(
      'topic',
      byTopic.toSorted(([a, more], [b, less]) => less - more || a.localeCompare(b)),
    ),
  ].join('\n\n')
}

type Row = readonly [name: string, count: number, remark?: string]

function rows<T extends string | number>(values: readonly T[], count: (value: T) => number): Row[] {
  return values.map((value) => [String(value), count(value)])
}

function table(heading: string, lines: readonly Row[]): string {
  const width = Math.max(...lines.map(([name]) => name.length))
  return [
    `by ${heading}`,
    ...lines.map(([name, count, remark]) =>
      `  ${name.padEnd(width)}  ${String(count).padStart(4)}  ${remark ?? ''}`.trimEnd(),
    ),
  ].join('\n')
}

function sum(questions: readonly Question[], list: 'followUps' | 'constraints' | 'references'): number {
  return questions.reduce((total, question) => total + question[list].length, 0)
}
