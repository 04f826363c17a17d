import { CONNECTOR_KINDS, type ConnectorKind } from '../board/shapes/connector-meta.ts'
import type { GraphConnection } from './board-graph.ts'

/**
 * How a board is written in Mermaid. The export writes it and the import reads it back:
 *
 *     sessions["Session store<br/>Redis<br/>×3, 8 shards"]:::cache
 *
 * The first line is the label, the next one the technology, the last one the counts; what is not set is left out. A
 * class names the kind of a component or of a zone, and `plain` a box of no kind, which an import would else guess. The
 * line of a link tells what it stands for:
 *
 *     request      a --> b      somebody waits
 *     async        a -.-> b     dotted: nobody waits
 *     batch        a -.-o b
 *     stream       a ==> b      thick: flows all the time
 *     replication  a ==o b
 */
export type LinkStroke = 'normal' | 'dotted' | 'thick'
export type LinkHead = 'arrow' | 'circle'

const LINKS: { readonly [Kind in ConnectorKind]: { readonly stroke: LinkStroke; readonly head: LinkHead } } =
  {
    request: { stroke: 'normal', head: 'arrow' },
    async: { stroke: 'dotted', head: 'arrow' },
    batch: { stroke: 'dotted', head: 'circle' },
    stream: { stroke: 'thick', head: 'arrow' },
    replication: { stroke: 'thick', head: 'circle' },
  }

const LINES: { readonly [Stroke in LinkStroke]: { readonly headed: string; readonly bare: string } } = {
  normal: { headed: '--', bare: '---' },
  dotted: { headed: '-.-', bare: '-.-' },
  thick: { headed: '==', bare: '===' },
}

const HEADS: { readonly [Head in LinkHead]: { readonly start: string; readonly end: string } } = {
  arrow: { start: '<', end: '>' },
  circle: { start: 'o', end: 'o' },
}

/** A link as it is written between two boxes. A `backward` one is written as `forward`, with its ends changed over. */
export function linkText(kind: ConnectorKind | null, direction: GraphConnection['direction']): string {
  const { stroke, head } = LINKS[kind ?? 'request']
  const { headed, bare } = LINES[stroke]
  if (direction === 'none') return bare
  const { start, end } = HEADS[head]
  return `${direction === 'both' ? start : ''}${headed}${end}`
}

/** What a link stands for; one without heads counts as one with arrows. */
export function kindOfLink(stroke: LinkStroke, head: LinkHead): ConnectorKind {
  return (
    CONNECTOR_KINDS.find((kind) => LINKS[kind].stroke === stroke && LINKS[kind].head === head) ??
    (stroke === 'normal' ? 'request' : kindOfLink(stroke, 'arrow'))
  )
}

/** The kind that is read back from a link without a head. */
export function kindWithoutHead(kind: ConnectorKind | null): ConnectorKind {
  return kindOfLink(LINKS[kind ?? 'request'].stroke, 'arrow')
}

/** The class of a box that is of no kind. */
export const PLAIN_CLASS = 'plain'

/** Words of Mermaid's own, which it does not take as the name of a class. */
const OWN_WORDS = /^(?:class|click|end|flowchart|graph|style|subgraph)$/
const AFTER_OWN_WORD = '_kind'

/** The class that names a kind. */
export function classOfKind(kind: string): string {
  return OWN_WORDS.test(kind) ? `${kind}${AFTER_OWN_WORD}` : kind
}

/** The kind that a class names, if it names one. */
export function kindOfClass(name: string): string {
  const word = name.endsWith(AFTER_OWN_WORD) ? name.slice(0, -AFTER_OWN_WORD.length) : name
  return OWN_WORDS.test(word) ? word : name
}

export interface ComponentText {
  readonly label: string
  readonly technology: string
  readonly replicas: number
  readonly shards: number
}

const COUNTS = /^(?:×(\d{1,5}))?(?:(?:^|, )(\d{1,5}) shards?)?$/

/** The lines in a component's box. */
export function componentLines({ label, technology, replicas, shards }: ComponentText): string[] {
  const counts = [
    ...(replicas === 1 ? [] : [`×${replicas}`]),
    ...(shards === 0 ? [] : [`${shards} shard${shards === 1 ? '' : 's'}`]),
  ].join(', ')
  // A technology that reads like counts is kept apart from them.
  const last = counts === '' && isCounts(technology) ? '×1' : counts
  return [label, technology, last].filter((line, index) => index === 0 || line !== '')
}

/** The lines of a component's box read back. Lines between the label and the counts are joined by a space. */
export function readComponentLines(lines: readonly string[]): ComponentText {
  const [label = '', ...others] = lines.map((line) => line.trim())
  const last = others.at(-1)
  const match = last === undefined || !isCounts(last) ? null : COUNTS.exec(last)
  const technology = (match ? others.slice(0, -1) : others).filter((line) => line !== '').join(' ')
  return {
    label,
    technology,
    replicas: Math.max(1, Number(match?.[1] ?? 1)),
    shards: Number(match?.[2] ?? 0),
  }
}

function isCounts(line: string): boolean {
  return line !== '' && COUNTS.test(line)
}

/**
 * Text as it stands between two quotation marks, so that nothing in it is taken for Mermaid, HTML or Markdown. A line
 * break becomes `<br/>`.
 */
export function quoted(text: string): string {
  const escaped = text
    .trim()
    .replaceAll(/[&#"<>`ﬂ¶]/g, entity)
    // Mermaid breaks a line at `\n`, too.
    .replaceAll(/\\(?=n)/g, entity)
    .replaceAll(/%%|\$\$/g, (pair) => entity(pair[0] ?? '').repeat(2))
    // Mermaid looks for this statement before it looks for quotation marks.
    .replaceAll(
      /(direction)(\s+)(?=TB|BT|RL|LR|TD)/g,
      (_, word: string, space: string) => `${word}${'#32;'.repeat(space.length)}`,
    )
    // An icon.
    .replaceAll(/\b(fa[a-z]?):(?=fa-)/g, '$1#58;')
    .replaceAll(/\r?\n/g, '<br/>')
    .replaceAll(/\p{Cc}/gu, ' ')
  // Mermaid cuts a semicolon off behind a colon and a `#`, when a line has the word "style" anywhere.
  const safe = escaped.includes('#') ? escaped.replaceAll(':', '#58;') : escaped
  return `"${safe === '' ? ' ' : safe}"`
}

const NAMES: Readonly<Record<string, string>> = { '&': 'amp', '"': 'quot', '<': 'lt', '>': 'gt' }

function entity(character: string): string {
  return `#${NAMES[character] ?? character.codePointAt(0)};`
}
