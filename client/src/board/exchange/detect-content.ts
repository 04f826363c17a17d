import { GRAPH_FORMAT } from '@drawbar/shared/graph/to-graph-json.ts'
import { isImageType } from '../image-kinds.ts'
import { looksLikeMermaid } from './mermaid/looks-like-mermaid.ts'

export type ContentKind = 'excalidraw' | 'tldr' | 'graph-json' | 'mermaid' | 'image'

export interface GivenContent {
  /** Empty for what was pasted. */
  readonly name: string
  /** As the browser says; empty where it does not know. */
  readonly mimeType: string
  /** Null for what is no text. */
  readonly text: string | null
}

/**
 * What a file or a pasted text is: what stands in it decides, also when it breaks off behind its beginning; the name helps
 * only where the content is too broken to tell, so that the fault can be named. Null for anything else.
 */
export function detectContent({ name, mimeType, text }: GivenContent): ContentKind | null {
  if (isImageType(mimeType)) return 'image'
  if (text !== null) {
    const kind = kindOfText(text)
    if (kind !== null) return kind
  }
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return BY_ENDING[ending] ?? null
}

const BY_ENDING: Readonly<Record<string, ContentKind>> = {
  excalidraw: 'excalidraw',
  tldr: 'tldr',
  mmd: 'mermaid',
  mermaid: 'mermaid',
}

function kindOfText(text: string): ContentKind | null {
  const start = text.trimStart()
  if (start.startsWith('{')) return kindOfJson(start)
  return looksLikeMermaid(text) || mermaidInMarkdown(text) !== null ? 'mermaid' : null
}

/** How the files begin that the programs write, for one that has lost its end or holds a slip of the pen. */
const BEGINNINGS: readonly (readonly [ContentKind, RegExp])[] = [
  ['excalidraw', /^\{\s*"type"\s*:\s*"excalidraw(?:\/clipboard)?"/],
  ['tldr', /^\{\s*"tldrawFileFormatVersion"\s*:/],
  ['graph-json', new RegExp(`^\\{\\s*"format"\\s*:\\s*"${GRAPH_FORMAT}"`)],
]

function kindOfJson(text: string): ContentKind | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return BEGINNINGS.find(([, beginning]) => beginning.test(text))?.[0] ?? null
  }
  if (typeof value !== 'object' || value === null) return null
  if ('type' in value && (value.type === 'excalidraw' || value.type === 'excalidraw/clipboard'))
    return 'excalidraw'
  if ('format' in value && value.format === GRAPH_FORMAT) return 'graph-json'
  if ('tldrawFileFormatVersion' in value) return 'tldr'
  // tldraw's files of 2022 have no format version.
  return 'document' in value && typeof value.document === 'object' && 'assets' in value ? 'tldr' : null
}

const FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*mermaid[^\n]*\n([\s\S]*?)^ {0,3}\1[ \t]*$/m

/** The first Mermaid diagram in a Markdown text. */
export function mermaidInMarkdown(text: string): string | null {
  return FENCE.exec(text.replaceAll(/\r\n?/g, '\n'))?.[2] ?? null
}
