import { MAX_RICH_TEXT_DEPTH } from '../board/board-limits.ts'

const LINES: ReadonlySet<string> = new Set(['paragraph', 'heading'])

/** What is written in a rich text, a line a paragraph; the empty text for anything that is none. */
export function plainText(richText: unknown): string {
  return linesOf(richText, 0).join('\n').trim()
}

function linesOf(node: unknown, depth: number): readonly string[] {
  const { type, content } = asNode(node)
  if (type !== undefined && LINES.has(type)) return [inlineText(content)]
  if (depth > MAX_RICH_TEXT_DEPTH || !Array.isArray(content)) return []
  return content.flatMap((child) => linesOf(child, depth + 1))
}

function inlineText(content: unknown): string {
  if (!Array.isArray(content)) return ''
  return content.map((child) => inlineNode(asNode(child))).join('')
}

function inlineNode({ type, text }: RichNode): string {
  return type === 'hardBreak' ? '\n' : (text ?? '')
}

interface RichNode {
  readonly type: string | undefined
  readonly text: string | undefined
  readonly content: unknown
}

function asNode(value: unknown): RichNode {
  const { type, text, content }: { type?: unknown; text?: unknown; content?: unknown } =
    typeof value === 'object' && value !== null ? value : {}
  return {
    type: typeof type === 'string' ? type : undefined,
    text: typeof text === 'string' ? text : undefined,
    content,
  }
}
