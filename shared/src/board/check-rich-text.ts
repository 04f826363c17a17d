import { MAX_RICH_TEXT_DEPTH } from './board-limits.ts'
import { isSafeLink } from './link-rules.ts'

/**
 * The rich text that tldraw's text editor can produce, and no more: an unknown node or mark throws in every
 * browser that renders it.
 */
export type RichTextFault = 'rich-text' | 'rich-text-depth' | 'link'

export type RichTextCheck =
  | { readonly ok: true; readonly length: number }
  | { readonly ok: false; readonly reason: RichTextFault }

type AttributeCheck = (value: unknown) => boolean
type Attributes = { readonly [name: string]: AttributeCheck }

const direction: AttributeCheck = (value) => value === 'auto' || value === 'ltr' || value === 'rtl'
const textOrNull: AttributeCheck = (value) => value === null || typeof value === 'string'

const NODES: { readonly [type: string]: Attributes } = {
  paragraph: { dir: direction },
  heading: {
    dir: direction,
    level: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 6,
  },
  bulletList: {},
  orderedList: { start: (value) => Number.isSafeInteger(value), type: textOrNull },
  listItem: {},
  hardBreak: {},
  text: {},
}

const MARKS: { readonly [type: string]: Attributes } = {
  bold: {},
  italic: {},
  strike: {},
  code: {},
  highlight: {},
  link: { href: isSafeLink, target: textOrNull, rel: textOrNull, class: textOrNull },
}

/** Checks a rich text and counts the characters of its text. */
export function checkRichText(richText: unknown): RichTextCheck {
  if (!isObject(richText) || richText.type !== 'doc') return { ok: false, reason: 'rich-text' }
  if (!hasOnly(richText, ['type', 'content', 'attrs'])) return { ok: false, reason: 'rich-text' }
  if (!attributesFit(richText.attrs, {})) return { ok: false, reason: 'rich-text' }
  let length = 0
  // A list instead of recursion: the depth is not known to be small before it is checked.
  const open = [{ nodes: richText.content, depth: 1 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!Array.isArray(next.nodes)) return { ok: false, reason: 'rich-text' }
    if (next.nodes.length > 0 && next.depth > MAX_RICH_TEXT_DEPTH) {
      return { ok: false, reason: 'rich-text-depth' }
    }
    for (const node of next.nodes) {
      const fault = nodeFault(node)
      if (fault !== undefined) return { ok: false, reason: fault }
      if (typeof node.text === 'string') length += node.text.length
      if (node.content !== undefined) open.push({ nodes: node.content, depth: next.depth + 1 })
    }
  }
  return { ok: true, length }
}

function nodeFault(node: unknown): RichTextFault | undefined {
  if (!isObject(node) || typeof node.type !== 'string') return 'rich-text'
  const attributes = Object.hasOwn(NODES, node.type) ? NODES[node.type] : undefined
  if (attributes === undefined || !attributesFit(node.attrs, attributes)) return 'rich-text'
  if (node.type === 'text') {
    // An empty text node throws in ProseMirror.
    if (typeof node.text !== 'string' || node.text === '') return 'rich-text'
    if (!hasOnly(node, ['type', 'text', 'marks', 'attrs'])) return 'rich-text'
  } else if (!hasOnly(node, ['type', 'attrs', 'content', 'marks'])) {
    return 'rich-text'
  }
  return marksFault(node.marks)
}

function marksFault(marks: unknown): RichTextFault | undefined {
  if (marks === undefined) return undefined
  if (!Array.isArray(marks)) return 'rich-text'
  for (const mark of marks) {
    if (!isObject(mark) || typeof mark.type !== 'string' || !hasOnly(mark, ['type', 'attrs']))
      return 'rich-text'
    const attributes = Object.hasOwn(MARKS, mark.type) ? MARKS[mark.type] : undefined
    if (attributes === undefined) return 'rich-text'
    if (mark.type === 'link' && !(isObject(mark.attrs) && isSafeLink(mark.attrs.href))) return 'link'
    if (!attributesFit(mark.attrs, attributes)) return 'rich-text'
  }
  return undefined
}

function attributesFit(attrs: unknown, checks: Attributes): boolean {
  if (attrs === undefined) return true
  if (!isObject(attrs)) return false
  return Object.entries(attrs).every(([name, value]) => Object.hasOwn(checks, name) && checks[name]?.(value))
}

function hasOnly(object: object, names: readonly string[]): boolean {
  return Object.keys(object).every((name) => names.includes(name))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
