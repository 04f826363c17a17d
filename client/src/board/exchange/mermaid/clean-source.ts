/** Mermaid without what only says how it looks, and the way back to the lines it came from. */
export interface CleanSource {
  readonly text: string
  /** The line, counted from 1, that a line of `text` was written on. */
  lineOf(line: number): number
  readonly title: string | null
  /** Whether there were settings: colours, fonts, a theme. */
  readonly hadSettings: boolean
}

/**
 * Stand for the `<` and `>` of a tag somebody wrote. Mermaid would clean such a label as HTML and throw away what it does
 * not like; this way it reaches us as it was written. Private characters, taken out of the source before.
 */
export const TAG_START = '\uE0F1'
export const TAG_END = '\uE0F2'

const FENCE = /^\s*(`{3,}|~{3,})\s*mermaid\b.*$/
const DIRECTIVE = /^\s*%%\{/
const COMMENT = /^\s*%%(?!\{)/

/** Takes a fence, front matter, directives and comments away: none of them is drawn, and none of them may set anything. */
export function cleanSource(source: string): CleanSource {
  const lines = source
    .replaceAll(/[\uE0F1\uE0F2]/g, '')
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .map((text, index) => ({ text, line: index + 1 }))
  const inside = insideFence(lines)
  const { rest, title, hadMatter } = withoutFrontMatter(inside)
  const kept: Line[] = []
  let hadSettings = hadMatter
  for (let at = 0; at < rest.length; at += 1) {
    const line = rest[at]
    if (line === undefined) break
    if (DIRECTIVE.test(line.text)) {
      hadSettings = true
      const end = rest.findIndex((one, index) => index >= at && one.text.includes('}%%'))
      if (end !== -1) at = end
      continue
    }
    if (COMMENT.test(line.text)) continue
    if (kept.length === 0 && line.text.trim() === '') continue
    kept.push(line)
  }
  return {
    // A directive may also stand behind something.
    text: markTags(kept.map(({ text }) => text.replaceAll(/%%\{.*?\}%%/g, '')).join('\n')),
    lineOf: (line) => kept[Math.min(Math.max(line, 1), kept.length) - 1]?.line ?? 1,
    title,
    hadSettings,
  }
}

interface Line {
  readonly text: string
  readonly line: number
}

function insideFence(lines: readonly Line[]): readonly Line[] {
  const open = lines.findIndex(({ text }) => FENCE.test(text))
  if (open === -1) return lines
  const mark = FENCE.exec(lines[open]?.text ?? '')?.[1] ?? '```'
  const close = lines.findIndex(({ text }, index) => index > open && text.trim() === mark)
  return lines.slice(open + 1, close === -1 ? undefined : close)
}

function withoutFrontMatter(lines: readonly Line[]): {
  readonly rest: readonly Line[]
  readonly title: string | null
  readonly hadMatter: boolean
} {
  const first = lines.findIndex(({ text }) => text.trim() !== '')
  const end = lines.findIndex(({ text }, index) => index > first && text.trim() === '---')
  if (lines[first]?.text.trim() !== '---' || end === -1) return { rest: lines, title: null, hadMatter: false }
  const matter = lines.slice(first + 1, end).map(({ text }) => text)
  const title = matter
    .map((line) =>
      /^title:\s*(.+)$/
        .exec(line)?.[1]
        ?.trim()
        .replace(/^(["'])(.*)\1$/, '$2'),
    )
    .find((text) => text !== undefined)
  return {
    rest: lines.slice(end + 1),
    title: title ?? null,
    hadMatter: matter.some((line) => line.trim() !== '' && !line.startsWith('title:')),
  }
}

const TAG =
  /<(\/?[a-zA-Z][\w-]*)((?:\s+[a-zA-Z:]+(?:-[a-zA-Z]+)*(?:=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'<>]+))?)*\s*\/?)>/g

/** A quotation mark in a tag would end the label it stands in. */
function markTags(text: string): string {
  return text
    .replaceAll(TAG, (_, name: string, attributes: string) => {
      return `${TAG_START}${name}${attributes.replaceAll('"', "'")}${TAG_END}`
    })
    .replaceAll(/<(?=[a-zA-Z/!?])/g, TAG_START)
}
