import { ROLE_NAMES } from '../people/role.ts'
import { LEVEL_NAMES } from '../question/level.ts'
import { overallScore } from './checklist-result.ts'
import type { SessionRecord } from './record.ts'
import {
  clockText,
  dateText,
  MARK_NAMES,
  percentText,
  personName,
  questionTitle,
  timelineLine,
} from './report-text.ts'

/** `report.md`: the record for reading where Markdown is read. The board is linked as `board.svg` beside it. */
export function reportMarkdown(record: SessionRecord): string {
  const sections = [
    heading(record),
    message(record),
    prompt(record),
    '## Board\n\n![The board at the end of the interview](board.svg)',
    phases(record),
    result(record),
    checklist(record),
    notes(record),
    timelineTable(record),
    answers(record),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

function heading(record: SessionRecord): string {
  const people = record.people.map(({ name, role }) => `${escapeMarkdown(name)} (${ROLE_NAMES[role]})`)
  const facts = [
    `- Level: ${LEVEL_NAMES[record.level]}, ${record.minutes} minutes planned, ${clockText(record.clockMs)} on the clock`,
    `- People: ${people.join(', ')}`,
    `- Held: ${record.startedAt === null ? 'never started' : dateText(record.startedAt)}`,
    `- Copy: ${record.copy === 'interviewer' ? "interviewer's" : "candidate's"}`,
  ]
  return `# ${escapeMarkdown(questionTitle(record))}\n\n${facts.join('\n')}`
}

function message({ message: text }: SessionRecord): string {
  return text === '' ? '' : `## To the candidate\n\n${quote(text)}`
}

function prompt({ question }: SessionRecord): string {
  return question.presented ? `## Question\n\n${quote(question.presented.prompt)}` : ''
}

function phases({ phases: spans }: SessionRecord): string {
  if (spans.length === 0) return ''
  const rows = spans.map(({ name, plannedMinutes, startedAtMs, endedAtMs }) => {
    const planned = plannedMinutes === null ? '' : `${plannedMinutes}:00`
    return row([name, planned, clockText(endedAtMs - startedAtMs)])
  })
  return ['## Time', '', row(['Phase', 'Planned', 'Taken']), '| --- | ---: | ---: |', ...rows].join('\n')
}

function result({ result: dimensions }: SessionRecord): string {
  if (!dimensions) return ''
  const rows = dimensions.map(({ name, weight, seen, partly, missed, unmarked, score }) =>
    row([name, `${weight} %`, `${seen}`, `${partly}`, `${missed}`, `${unmarked}`, percentText(score)]),
  )
  return [
    '## Result by dimension',
    '',
    row(['Dimension', 'Weight', 'Seen', 'Partly', 'Missed', 'Not assessed', 'Score']),
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    `Weighted over what was assessed: ${percentText(overallScore(dimensions))}.`,
  ].join('\n')
}

function checklist({ checklist: items }: SessionRecord): string {
  if (!items) return ''
  const rows = items.map(({ text, mark, clockMs }) =>
    row([
      mark === null ? 'Not assessed' : MARK_NAMES[mark],
      text,
      clockMs === null ? '' : clockText(clockMs),
    ]),
  )
  return ['## Checklist', '', row(['Mark', 'Item', 'At']), '| --- | --- | ---: |', ...rows].join('\n')
}

function notes(record: SessionRecord): string {
  if (record.notes.length === 0) return ''
  const lines = record.notes.map(
    ({ clockMs, by, text }) =>
      `- **${clockText(clockMs)}**, ${escapeMarkdown(personName(record, by))}: ${escapeMarkdown(text).replaceAll('\n', '\n  ')}`,
  )
  return `## Notes\n\n${lines.join('\n')}`
}

function timelineTable(record: SessionRecord): string {
  const rows = record.timeline.map((item) => {
    const { what, text } = timelineLine(record, item)
    return row([clockText(item.clockMs), what, text])
  })
  return ['## Timeline', '', row(['Clock', 'What', '']), '| ---: | --- | --- |', ...rows].join('\n')
}

function answers({ question }: SessionRecord): string {
  const shared = question.answers
  if (!shared) return ''
  const points = shared.keyPoints.map((point) => `- ${escapeMarkdown(point)}`)
  const followUps = shared.followUps.map(
    ({ question: asked, goodAnswer }) => `### ${escapeMarkdown(asked)}\n\n${goodAnswer}`,
  )
  const references = shared.references.map(
    ({ title, when, flowchart, sequence }) =>
      `### ${escapeMarkdown(title)}\n\n${when}\n\n${mermaid(flowchart)}${sequence ? `\n\n${mermaid(sequence)}` : ''}`,
  )
  return ['## What a good answer holds', points.join('\n'), ...followUps, ...references].join('\n\n')
}

function mermaid(source: string): string {
  return `\`\`\`mermaid\n${source.trim()}\n\`\`\``
}

function quote(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}

function row(cells: readonly string[]): string {
  const safe = cells.map((cell) =>
    escapeMarkdown(cell)
      .replaceAll('|', '\\|')
      .replace(/\s*\n\s*/g, ' '),
  )
  return `| ${safe.join(' | ')} |`
}

/** What people typed stays text: no markup, no link, no HTML. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, (mark) => `\\${mark}`)
}
