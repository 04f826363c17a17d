import { parseYaml, type TextRange } from './parse-yaml.ts'

/** A reference design's Markdown taken apart; nothing is checked but the layout of the file. */
export type ParsedReference =
  | {
      readonly ok: true
      readonly value: Record<string, unknown>
      lineOf(key: string): number | undefined
      /** Where the prose or a field of the front matter is written; diagrams are code, and undefined here. */
      rangeOf(key: string): TextRange | undefined
    }
  | { readonly ok: false; readonly problems: readonly { line: number; reason: string }[] }

type Block = { readonly line: number; readonly source: string }

/**
 * Front matter (`title`), prose (when this design is right), a mermaid flowchart and, where time matters, a mermaid
 * sequence diagram: in that order and nothing else, so that a code host shows the file as it is meant.
 */
export function parseReference(text: string): ParsedReference {
  const lines = text.split(/\r?\n/)
  const lineBreak = text.includes('\r\n') ? 2 : 1
  if (lines[0] !== '---') return failed(1, 'begins with front matter between two lines of ---')
  const end = lines.indexOf('---', 1)
  if (end === -1) return failed(1, 'the front matter has no closing ---')

  const matter = parseYaml(lines.slice(1, end).join('\n'), 2)
  if (!matter.ok) return matter
  if (typeof matter.value !== 'object' || matter.value === null || Array.isArray(matter.value)) {
    return failed(2, 'the front matter holds `title: …`')
  }

  const prose: string[] = []
  const blocks: Block[] = []
  for (let at = end + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line.startsWith('```')) {
      if (line.trim() !== '```mermaid') return failed(at + 1, 'only ```mermaid blocks belong here')
      const close = lines.indexOf('```', at + 1)
      if (close === -1) return failed(at + 1, 'the mermaid block is never closed')
      blocks.push({
        line: at + 2,
        source: lines
          .slice(at + 1, close)
          .join('\n')
          .trim(),
      })
      at = close
    } else if (blocks.length === 0) {
      prose.push(line)
    } else if (line.trim() !== '') {
      return failed(at + 1, 'text belongs above the first diagram')
    }
  }
  const [flowchart, sequence, extra] = blocks
  if (!flowchart) return failed(lines.length, 'has no ```mermaid block with a flowchart')
  if (extra) return failed(extra.line, 'holds at most two diagrams: a flowchart, then a sequence diagram')

  const offsetOf = (line: number): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + lineBreak, 0)
  const proseEnd = flowchart.line - 2
  const places: Record<string, number | undefined> = {
    when: end + 2,
    flowchart: flowchart.line,
    sequence: sequence?.line,
  }
  return {
    ok: true,
    value: {
      ...matter.value,
      when: prose.join('\n').trim(),
      flowchart: flowchart.source,
      ...(sequence ? { sequence: sequence.source } : {}),
    },
    lineOf: (key) => places[key] ?? matter.lineOf([key]),
    rangeOf: (key) => {
      if (key in places)
        return key === 'when' ? { start: offsetOf(end + 1), end: offsetOf(proseEnd) } : undefined
      const range = matter.rangeOf([key])
      return range && { start: range.start + offsetOf(1), end: range.end + offsetOf(1) }
    },
  }
}

function failed(line: number, reason: string): ParsedReference {
  return { ok: false, problems: [{ line, reason }] }
}
