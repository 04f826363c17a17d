import type { BoardGraph, Bounds, GraphComponent, GraphConnection } from './board-graph.ts'
import {
  classOfKind,
  componentLines,
  kindWithoutHead,
  linkText,
  PLAIN_CLASS,
  quoted,
} from './mermaid-notation.ts'

export interface MermaidText {
  /** A flowchart in the notation of `mermaid-notation.ts`, with a line break at its end. */
  readonly text: string
  /** Sentences about what a flowchart cannot say. */
  readonly notCarried: readonly string[]
}

/** Writes a board as a Mermaid flowchart that an import reads back as the same graph. */
export function graphToMermaid(graph: BoardGraph): MermaidText {
  const names = namesFor(graph)
  const lines = [
    `flowchart ${directionOf(graph)}`,
    ...componentsIn(graph, names, null).map((line) => `  ${line}`),
    ...zonesIn(graph, names, null).map((line) => `  ${line}`),
    ...zoneClasses(graph, names),
    ...graph.connections.flatMap((connection) => connectionLine(connection, names)),
  ]
  return { text: `${lines.join('\n')}\n`, notCarried: notCarriedOf(graph, names) }
}

type Names = ReadonlyMap<string, string>

function componentsIn({ components }: BoardGraph, names: Names, zoneId: string | null): string[] {
  return components.filter((one) => one.zoneId === zoneId).map((one) => componentLine(one, names))
}

function componentLine(component: GraphComponent, names: Names): string {
  const { id, kind, label } = component
  const name = names.get(id) ?? id
  if (kind === null) return `${name}[${quoted(label)}]:::${PLAIN_CLASS}`
  const text = componentLines({
    ...component,
    label: oneLine(label),
    technology: oneLine(component.technology),
  })
  return `${name}[${quoted(text.join('\n'))}]:::${classOfKind(kind)}`
}

function zonesIn(graph: BoardGraph, names: Names, zoneId: string | null): string[] {
  return graph.zones
    .filter((zone) => zone.zoneId === zoneId)
    .flatMap(({ id, label }) => [
      `subgraph ${names.get(id) ?? id}[${quoted(oneLine(label))}]`,
      ...[...componentsIn(graph, names, id), ...zonesIn(graph, names, id)].map((line) => `  ${line}`),
      'end',
    ])
}

function zoneClasses({ zones }: BoardGraph, names: Names): string[] {
  const byKind = Map.groupBy(zones, ({ kind }) => kind)
  return [...byKind].map(
    ([kind, some]) => `  class ${some.map(({ id }) => names.get(id) ?? id).join(',')} ${classOfKind(kind)}`,
  )
}

function connectionLine({ fromId, toId, label, kind, direction }: GraphConnection, names: Names): string[] {
  const from = names.get(fromId ?? '')
  const to = names.get(toId ?? '')
  if (from === undefined || to === undefined) return []
  const [first, second] = direction === 'backward' ? [to, from] : [from, to]
  const text = label.trim() === '' ? '' : `|${quoted(label)}|`
  return [`  ${first} ${linkText(kind, direction)}${text} ${second}`]
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').trim()
}

/** Names that say what they stand for, that no two share and that Mermaid has no other use for. */
function namesFor({ components, zones }: BoardGraph): Names {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const { id, label } of [...zones, ...components]) {
    const base = nameOf(label)
    let name = base
    for (let number = 2; taken.has(name); number += 1) name = `${base}_${number}`
    taken.add(name)
    names.set(id, name)
  }
  return names
}

const RESERVED =
  /^(?:call|class|classDef|click|default|end|flowchart|graph|href|interpolate|linkStyle|style|subgraph|v|x|o)$/
const LONGEST_NAME = 32

function nameOf(label: string): string {
  const name = label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, LONGEST_NAME)
    .replaceAll(/^_+|_+$/g, '')
  return /^[a-z]/.test(name) && !RESERVED.test(name) ? name : `box_${name}`.replace(/_$/, '')
}

/** The way most of the arrows run on the board. */
function directionOf({ components, connections }: BoardGraph): 'LR' | 'TB' {
  const bounds = new Map(components.map((component) => [component.id, component.bounds]))
  let across = 0
  for (const { fromId, toId } of connections) {
    const from = bounds.get(fromId ?? '')
    const to = bounds.get(toId ?? '')
    if (!from || !to) continue
    const [a, b] = [middleOf(from), middleOf(to)]
    across += Math.abs(b.x - a.x) - Math.abs(b.y - a.y)
  }
  return across >= 0 ? 'LR' : 'TB'
}

function middleOf({ x, y, w, h }: Bounds): { x: number; y: number } {
  return { x: x + w / 2, y: y + h / 2 }
}

function notCarriedOf(graph: BoardGraph, names: Names): string[] {
  const { cards, components, connections, zones } = graph
  const isLoose = ({ fromId, toId }: GraphConnection) => !names.has(fromId ?? '') || !names.has(toId ?? '')
  const joined = connections.filter((connection) => !isLoose(connection))
  const unnamed = joined.filter(({ kind }) => kind === null)
  const bare = joined.filter(({ kind, direction }) => {
    return kind !== null && direction === 'none' && kindWithoutHead(kind) !== kind
  })
  const failed = components.filter((component) => component.failed)
  return [
    ...(components.length + zones.length > 0
      ? ['Positions, sizes and colours: Mermaid lays a flowchart out by itself.']
      : []),
    ...(cards.length > 0 ? [`${counted(cards.length, 'card')}: ${cards.map(cardName).join(', ')}.`] : []),
    ...(connections.length > joined.length
      ? [`${counted(connections.length - joined.length, 'arrow')} with a loose end.`]
      : []),
    ...(unnamed.length > 0
      ? [`${counted(unnamed.length, 'plain arrow')} will be read back as requests.`]
      : []),
    ...(bare.length > 0
      ? [
          `${counted(bare.length, 'line')} without arrowheads will be read back as another kind of connection.`,
        ]
      : []),
    ...(failed.length > 0
      ? [`That these have failed: ${failed.map(({ label }) => `“${label}”`).join(', ')}.`]
      : []),
  ]
}

function cardName({ kind, title }: { readonly kind: string; readonly title: string }): string {
  return `“${title === '' ? kind : title}”`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
