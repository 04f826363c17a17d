import type { Cells, PastedRows } from './parse-pasted-rows.ts'

const HEAD = /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?([^\s(]+)\s*\(/i
/** What ends a column's type. */
const AFTER_TYPE =
  /\s(?:not\s+null|null|default|primary|unique|references|check|collate|constraint|generated|auto_?increment|comment|on)\b.*$/is
const TABLE_KEY =
  /^(?:constraint\s+\S+\s+)?(primary\s+key|foreign\s+key|unique(?:\s+(?:key|index))?|(?:index|key))\b[^(]*\(([^)]*)\)/i
const NO_COLUMN = /^(?:constraint|check|exclude|like)\b/i

/** The columns of a `CREATE TABLE` statement; null when the text has none. Keys that span columns are marked on each. */
export function parseCreateTable(text: string): PastedRows | null {
  const head = HEAD.exec(text)
  if (!head) return null
  const rows = new Map<string, Record<string, string>>()
  for (const definition of definitionsOf(text.slice(head.index + head[0].length))) {
    const key = TABLE_KEY.exec(definition)
    if (key) {
      for (const name of (key[2] ?? '').split(',')) mark(rows.get(bare(name)), keyName(key[1] ?? ''))
      continue
    }
    if (NO_COLUMN.test(definition)) continue
    const [, name = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(definition) ?? []
    const type = ` ${rest}`.replace(AFTER_TYPE, '').trim()
    const row: Record<string, string> = { column: bare(name).slice(0, 500) }
    if (type !== '') row.type = type.slice(0, 500)
    if (/\bprimary\s+key\b/i.test(rest)) mark(row, 'primary')
    else if (/\breferences\b/i.test(rest)) mark(row, 'foreign')
    else if (/\bunique\b/i.test(rest)) mark(row, 'unique')
    if (row.column !== '') rows.set(bare(name), row)
  }
  const found: readonly Cells[] = [...rows.values()]
  return found.length === 0 ? null : { title: bare(head[1] ?? '') || null, rows: found }
}

/** What stands between the commas, up to the closing parenthesis. Commas inside parentheses or quotes divide nothing. */
function definitionsOf(body: string): readonly string[] {
  const definitions: string[] = []
  let depth = 0
  let quoted = false
  let definition = ''
  for (const character of body.replaceAll(/--[^\n]*/g, '')) {
    if (character === "'") quoted = !quoted
    if (!quoted && character === '(') depth += 1
    if (!quoted && character === ')') {
      if (depth === 0) break
      depth -= 1
    }
    if (!quoted && depth === 0 && character === ',') {
      definitions.push(definition)
      definition = ''
    } else definition += character
  }
  return [...definitions, definition].map((one) => one.trim()).filter((one) => one !== '')
}

/** A primary key says more than the others; the first of those stays. */
function mark(row: Record<string, string> | undefined, key: string): void {
  if (row && (row.key === undefined || key === 'primary')) row.key = key
}

function keyName(words: string): string {
  const [first = ''] = words.toLowerCase().split(/\s/)
  return first === 'key' ? 'index' : first
}

/** Without quotes and what stands before the last dot. */
function bare(name: string): string {
  return (name.trim().split('.').at(-1) ?? '').replaceAll(/["`[\]]/g, '').trim()
}
