import { MAX_CELL_LENGTH } from '@drawbar/shared/board/shapes/rows.ts'
import { SECTION_CELL, type CardChoice, type CardKind } from '@drawbar/shared/cards/card-kind.ts'
import { parseCreateTable } from './parse-create-table.ts'

export type Cells = Readonly<Record<string, string>>

export interface PastedRows {
  /** What the text calls all of it, such as a table's name; null when it does not say. */
  readonly title: string | null
  readonly rows: readonly Cells[]
}

/** What lists begin with: "- ", "* ", "• ", "1. ", "2) ", "[x] ". */
const LIST_MARK = /^\s*(?:[-*•–]\s+)?(?:\[[ x]\]\s+|\d{1,3}[.)]\s+)?/i

/**
 * The rows that a pasted text means on a card of this kind; null when it is text for one cell. Lines become rows, and
 * what is known of a kind's writing becomes its cells: "GET /feed cursor", "user_id bigint primary", `CREATE TABLE`,
 * headings that name a section.
 */
export function parsePastedRows(kind: CardKind, text: string): PastedRows | null {
  if (kind.fixedRows) return null
  if (kind.kind === 'table') {
    const table = parseCreateTable(text)
    if (table) return table
  }
  const rows: Cells[] = []
  let section: string | null = null
  for (const line of text.split(/\r\n|\r|\n/)) {
    const words = line.replace(LIST_MARK, '').trim()
    if (words === '') continue
    const named = sectionOf(kind, words)
    if (named !== null) {
      section = named
      continue
    }
    const cells = cellsOf(kind, line.includes('\t') ? line.trim() : words)
    rows.push(section === null ? cells : { ...cells, [SECTION_CELL]: section })
  }
  const [first] = rows
  if (!first) return null
  // One line is several cells or just a text.
  if (rows.length === 1 && section === null && Object.keys(first).length < 2) return null
  return { title: null, rows }
}

function sectionOf(kind: CardKind, words: string): string | null {
  const name = letters(words)
  return (
    kind.sections?.find(({ title }) => {
      const heading = letters(title)
      return name === heading || name === `${heading}requirements`
    })?.name ?? null
  )
}

/** "## Non-functional:" and "non functional" are the same heading. */
function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z]/g, '')
}

function cellsOf(kind: CardKind, line: string): Cells {
  if (line.includes('\t')) return cellsInOrder(kind, line.split('\t'))
  if (kind.kind === 'api') return endpoint(kind, line.replaceAll('`', ''))
  if (kind.kind === 'table') return column(kind, line.replaceAll('`', ''))
  const [first] = kind.columns
  return first ? { [first.name]: cut(line) } : {}
}

function cellsInOrder(kind: CardKind, texts: readonly string[]): Cells {
  const cells: Record<string, string> = {}
  for (const [at, { name, choices }] of kind.columns.entries()) {
    const text = texts[at]?.trim() ?? ''
    const value = choices ? chosen(choices, text) : text
    if (value) cells[name] = cut(value)
  }
  return cells
}

/** How keys are written short. */
const SHORT: Readonly<Record<string, string>> = { pk: 'primary', fk: 'foreign', sk: 'shard', idx: 'index' }

/** The choice that a text names: "PK", "(primary)", "Primary key". Undefined when it names none. */
function chosen(choices: readonly CardChoice[], text: string): string | undefined {
  const word = letters(text)
  const meant = Object.hasOwn(SHORT, word) ? SHORT[word] : word.replace(/(?<=.)key$/, '')
  return choices.find(({ value }) => value !== '' && [meant, word].includes(letters(value)))?.value
}

function endpoint(kind: CardKind, line: string): Cells {
  const methods = kind.columns.find(({ name }) => name === 'method')?.choices ?? []
  const [first = '', ...rest] = line.split(/\s+/)
  const method = methods.find(({ value }) => value === first.toUpperCase().replace(/:$/, ''))?.value
  if (method === undefined || rest.length === 0) {
    if (!first.startsWith('/')) return { path: cut(line) }
    return without({ path: first, fields: rest.join(' ') })
  }
  const [path = '', ...fields] = rest
  return without({ method, path, fields: fields.join(' ').replace(/^[-–—:]\s*/, '') })
}

function column(kind: CardKind, line: string): Cells {
  const [name = '', ...rest] = line.replace(/[,;]$/, '').split(/[\s:]+/)
  const keys = kind.columns.find((one) => one.name === 'key')?.choices ?? []
  const key = chosen(keys, rest.at(-1) ?? '')
  return without({ column: name, type: (key ? rest.slice(0, -1) : rest).join(' '), key: key ?? '' })
}

function without(cells: Cells): Cells {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([name, text]) => (text === '' ? [] : [[name, cut(text)]])),
  )
}

function cut(text: string): string {
  return text.slice(0, MAX_CELL_LENGTH)
}
