import type { CleanSource } from './clean-source.ts'

export interface MermaidFault {
  readonly ok: false
  /** Counted from 1 in the text as it was given; null when no line is to blame. */
  readonly line: number | null
  /** A plain sentence that can stand behind “Line 3: ”; one or two that stand alone when there is no line. */
  readonly message: string
}

/** What Mermaid calls things, and what a person sees. In the order in which they help most. */
const TOKENS: Readonly<Record<string, string>> = {
  SQE: '“]”',
  PE: '“)”',
  DIAMOND_STOP: '“}”',
  STADIUMEND: '“])”',
  SUBROUTINEEND: '“]]”',
  CYLINDEREND: '“)]”',
  DOUBLECIRCLEEND: '“)))”',
  SIGNALTYPE: 'an arrow such as “->>”',
  SOLID_ARROW: 'an arrow such as “->>”',
  LINK: 'an arrow such as “-->”',
  START_LINK: 'an arrow such as “-->”',
  TXT: '“:” and a text',
  ACTOR: 'the name of a participant',
  NODE_STRING: 'the name of a box',
  NEWLINE: 'the end of the line',
  SEMI: 'the end of the line',
}
/** Most things a sentence lists. */
const MOST_EXPECTED = 2
const LONGEST_EXCERPT = 60

/** Mermaid's complaint in plain words. */
export function plainFault(error: unknown, source: CleanSource): MermaidFault {
  const hash = hashOf(error)
  const raw = error instanceof Error ? error.message : String(error)
  const inMessage = /(?:Parse|Lexical) error on line (\d+)/.exec(raw)?.[1]
  const parsedLine = hash?.loc?.first_line ?? (inMessage === undefined ? hash?.line : Number(inMessage))
  if (source.text.startsWith('---')) {
    const line = source.lineOf(1)
    return { ok: false, line, message: 'another line of “---” must close what begins here.' }
  }
  if (parsedLine === undefined) {
    return { ok: false, line: null, message: raw.startsWith('Edge limit') ? TOO_MANY : firstLine(raw) }
  }
  const lines = source.text.split('\n')
  const found = asWritten(hash?.text ?? '')
  const at = lineWith(found, lines, parsedLine)
  const line = source.lineOf(at)
  const written = asWritten(lines[at - 1] ?? '')
  const where = written === '' ? '' : `in “${excerpt(written)}”, `
  return { ok: false, line, message: `${where}${complaint({ hash, found, written })}` }
}

/** The parser names the line it had come from; what it stumbled over may stand in the next one. */
function lineWith(found: string, lines: readonly string[], parsedLine: number): number {
  const at = Math.min(Math.max(parsedLine, 1), lines.length)
  if (found === '' || asWritten(lines[at - 1] ?? '').includes(found)) return at
  return asWritten(lines[at] ?? '').includes(found) ? at + 1 : at
}

const TOO_MANY = 'It has more than 500 arrows. A board could not show them; take a part of it.'

interface ParseHash {
  readonly text?: string
  readonly token?: string
  readonly line?: number
  readonly loc?: { readonly first_line?: number }
  readonly expected?: readonly string[]
}

interface Stumble {
  readonly hash: ParseHash | undefined
  /** What the parser stumbled over; empty at the end of a line. */
  readonly found: string
  /** The line it stumbled in. */
  readonly written: string
}

function complaint({ hash, found, written }: Stumble): string {
  const expected = new Set((hash?.expected ?? []).map((name) => name.replaceAll("'", '')))
  if (written.split('"').length % 2 === 0) return 'a quotation mark is not closed.'
  if (/^[[\](){}]+$/.test(found) && expected.has('SQE')) {
    return `“${found}” cannot stand in a text; put the text in quotation marks.`
  }
  if (found === 'end' && !expected.has('end')) {
    return '“end” closes a group and cannot be the name of a box; call it “End”.'
  }
  if (found.startsWith(';')) return '“;” ends a line in Mermaid; write it as “#59;” within a text.'
  if (written.split('|').length % 2 === 0) return 'the “|” around a label is not closed.'
  if (found === '' && expected.has('end')) return 'the diagram ends and an “end” is missing.'
  const wanted = Object.keys(TOKENS).flatMap((name) => (expected.has(name) ? (TOKENS[name] ?? []) : []))
  const some = [...new Set(wanted)].slice(0, MOST_EXPECTED)
  const fault = found === '' ? 'it ends too early' : `“${excerpt(found)}” cannot stand here`
  return some.length === 0 ? `${fault}.` : `${fault}; expected ${listed(some)}.`
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

function excerpt(text: string): string {
  return text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT)}…` : text
}

/** Without what we and Mermaid put in the place of characters before it was parsed. */
function asWritten(text: string): string {
  return text
    .replaceAll('\uE0F1', '<')
    .replaceAll('\uE0F2', '>')
    .replaceAll(/ﬂ°°?(\w+)¶ß/g, '#$1;')
    .trim()
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.trim() ?? ''
}

function hashOf(error: unknown): ParseHash | undefined {
  if (typeof error !== 'object' || error === null || !('hash' in error)) return undefined
  return typeof error.hash === 'object' && error.hash !== null ? error.hash : undefined
}
