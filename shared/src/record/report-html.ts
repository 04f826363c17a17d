import { ROLE_NAMES } from '../people/role.ts'
import { LEVEL_NAMES } from '../question/level.ts'
import { overallScore } from './checklist-result.ts'
import type { SessionRecord } from './record.ts'
import { REPORT_STYLE } from './report-style.ts'
import {
  clockText,
  dateText,
  MARK_NAMES,
  percentText,
  personName,
  questionTitle,
  timelineLine,
} from './report-text.ts'

/**
 * `report.html`: the record as one file that opens and prints without a network. `boardSvg` is the rendered board,
 * shown as an image so that nothing in it can run; null where the board was empty.
 */
export function reportHtml(record: SessionRecord, boardSvg: string | null): string {
  const title = escapeHtml(questionTitle(record))
  const body = [
    header(record),
    message(record),
    prompt(record),
    board(boardSvg),
    phases(record),
    result(record),
    checklist(record),
    notes(record),
    timelineTable(record),
    answers(record),
  ].join('\n')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${title}: interview record</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
}

function header(record: SessionRecord): string {
  const people = record.people.map(({ name, role }) => `${escapeHtml(name)} (${ROLE_NAMES[role]})`).join(', ')
  const held = record.startedAt === null ? 'never started' : dateText(record.startedAt)
  const copy = record.copy === 'interviewer' ? "Interviewer's copy" : "Candidate's copy"
  return `<header>
<p class="kicker">${copy} of the record</p>
<h1>${escapeHtml(questionTitle(record))}</h1>
<dl class="facts">
<div><dt>Level</dt><dd>${LEVEL_NAMES[record.level]}</dd></div>
<div><dt>Time</dt><dd>${clockText(record.clockMs)} of ${record.minutes}:00</dd></div>
<div><dt>Held</dt><dd>${held}</dd></div>
<div><dt>People</dt><dd>${people}</dd></div>
</dl>
</header>`
}

function message({ message: text }: SessionRecord): string {
  return text === '' ? '' : section('To the candidate', `<p class="prose">${escapeHtml(text)}</p>`)
}

function prompt({ question }: SessionRecord): string {
  if (!question.presented) return ''
  return section('Question', `<p class="prose">${escapeHtml(question.presented.prompt)}</p>`)
}

function board(svg: string | null): string {
  if (svg === null) return section('Board', '<p>Nothing was drawn.</p>')
  const source = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  return section('Board', `<img class="board" alt="The board at the end of the interview" src="${source}">`)
}

function phases({ phases: spans }: SessionRecord): string {
  if (spans.length === 0) return ''
  const rows = spans.map(({ name, plannedMinutes, startedAtMs, endedAtMs }) => {
    const planned = plannedMinutes === null ? '' : `${plannedMinutes}:00`
    return [cell(name), number(planned), number(clockText(endedAtMs - startedAtMs))]
  })
  return section('Time', table(['Phase', 'Planned', 'Taken'], rows))
}

function result({ result: dimensions }: SessionRecord): string {
  if (!dimensions) return ''
  const rows = dimensions.map(({ name, weight, seen, partly, missed, unmarked, score }) => [
    cell(name),
    number(`${weight} %`),
    number(String(seen)),
    number(String(partly)),
    number(String(missed)),
    number(String(unmarked)),
    number(percentText(score)),
  ])
  const head = ['Dimension', 'Weight', 'Seen', 'Partly', 'Missed', 'Not assessed', 'Score']
  const overall = `<p>Weighted over what was assessed: <strong>${percentText(overallScore(dimensions))}</strong>.</p>`
  return section('Result by dimension', table(head, rows) + overall)
}

function checklist({ checklist: items }: SessionRecord): string {
  if (!items) return ''
  const rows = items.map(({ text: item, mark, clockMs }) => [
    `<td><span class="mark ${mark ?? 'unmarked'}">${mark === null ? 'Not assessed' : MARK_NAMES[mark]}</span></td>`,
    cell(item),
    number(clockMs === null ? '' : clockText(clockMs)),
  ])
  return section('Checklist', table(['Mark', 'Item', 'At'], rows))
}

function notes(record: SessionRecord): string {
  if (record.notes.length === 0) return ''
  const rows = record.notes.map(({ clockMs, by, text: note }) => [
    number(clockText(clockMs)),
    cell(personName(record, by)),
    `<td class="prose">${escapeHtml(note)}</td>`,
  ])
  return section('Notes', table(['At', 'By', 'Note'], rows))
}

function timelineTable(record: SessionRecord): string {
  const rows = record.timeline.map((item) => {
    const line = timelineLine(record, item)
    return [
      number(clockText(item.clockMs)),
      cell(line.what),
      `<td class="prose">${escapeHtml(line.text)}</td>`,
    ]
  })
  return section('Timeline', table(['Clock', 'What', 'Words'], rows))
}

function answers({ question }: SessionRecord): string {
  const shared = question.answers
  if (!shared) return ''
  const points = shared.keyPoints.map((point) => `<li>${escapeHtml(point)}</li>`).join('\n')
  const followUps = shared.followUps.map(
    ({ question: asked, goodAnswer }) =>
      `<h3>${escapeHtml(asked)}</h3>\n<p class="prose">${escapeHtml(goodAnswer)}</p>`,
  )
  const references = shared.references.map(
    ({ title, when, flowchart }) =>
      `<h3>${escapeHtml(title)}</h3>\n<p class="prose">${escapeHtml(when)}</p>\n<pre>${escapeHtml(flowchart.trim())}</pre>`,
  )
  return section('What a good answer holds', [`<ul>${points}</ul>`, ...followUps, ...references].join('\n'))
}

function section(title: string, content: string): string {
  return `<section>\n<h2>${title}</h2>\n${content}\n</section>`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const headCells = head.map((name) => `<th scope="col">${name}</th>`).join('')
  const bodyRows = rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('\n')
  return `<table>\n<thead><tr>${headCells}</tr></thead>\n<tbody>\n${bodyRows}\n</tbody>\n</table>`
}

function cell(value: string): string {
  return `<td>${escapeHtml(value)}</td>`
}

function number(value: string): string {
  return `<td class="number">${value}</td>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)
}
