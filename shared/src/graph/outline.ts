import { cardKindOf } from '../cards/card-kinds.ts'
import { titleOf } from '../components/component-kinds.ts'
import type {
  BoardGraph,
  Bounds,
  GraphCard,
  GraphComponent,
  GraphConnection,
  GraphZone,
} from './board-graph.ts'
import { connectionDetails, describeConnection, oneLine } from './describe-connection.ts'
import { inReadingOrder } from './reading-order.ts'

/** A line of what a board says as text. */
export interface OutlineLine {
  /** The shape it is about. */
  readonly id: string
  readonly about: 'zone' | 'component' | 'connection' | 'card' | 'worksheet'
  /** How many zones it stands in. */
  readonly depth: number
  readonly text: string
  /** What the camera moves to: the shape, and for a loose arrow the component at its other end. */
  readonly shapeIds: readonly string[]
}

/** A worksheet of the page. Results are worked out by whoever has the calculator. */
export interface OutlineSheet {
  /** The shape's id. */
  readonly id: string
  readonly title: string
  /** Of the rows that have a name and a result, such as `peak reads` and `≈ 69.4k req/s`. */
  readonly results: readonly { readonly name: string; readonly shown: string }[]
}

/**
 * A board as lines of text: zones with what stands in them in reading order, then loose arrows, cards and worksheets.
 */
export function outlineOf(graph: BoardGraph, sheets: readonly OutlineSheet[] = []): readonly OutlineLine[] {
  const zoneIds = new Set(graph.zones.map(({ id }) => id))
  const inZones = Map.groupBy<string | null, Item>([...graph.zones, ...graph.components], ({ zoneId }) =>
    zoneId !== null && zoneIds.has(zoneId) ? zoneId : null,
  )
  const links = linksOf(graph)
  return [
    ...linesIn(null, 0, inZones, links),
    ...graph.connections.filter(isLoose).map((connection) => looseLine(graph, connection)),
    ...graph.cards.map(cardLine),
    ...sheets.map(sheetLine),
  ]
}

type Item = GraphComponent | GraphZone

function linesIn(
  zoneId: string | null,
  depth: number,
  inZones: ReadonlyMap<string | null, readonly Item[]>,
  links: ReadonlyMap<string, readonly string[]>,
): readonly OutlineLine[] {
  return inReadingOrder<Item & { readonly bounds: Bounds }>(inZones.get(zoneId) ?? []).flatMap((item) => {
    const { id } = item
    if ('replicas' in item) {
      const text = [componentText(item), ...(links.get(id) ?? [])].join('; ')
      return [{ id, about: 'component' as const, depth, text, shapeIds: [id] }]
    }
    const line = { id, about: 'zone' as const, depth, text: zoneText(item), shapeIds: [id] }
    return [line, ...linesIn(id, depth + 1, inZones, links)]
  })
}

/** A zone in words: "eu-west, region". */
export function zoneText({ kind, label }: GraphZone): string {
  const title = titleOf(kind)
  return label === '' || label === title ? title : `${oneLine(label)}, ${inSentence(title)}`
}

/** A component without its connections: "Session store, cache, Redis, 3 replicas". */
export function componentText(component: GraphComponent): string {
  const { kind, label, technology, replicas, shards, failed } = component
  const title = kind === null ? 'Box' : titleOf(kind)
  const parts = [oneLine(label)]
  if (label !== title) parts.push(inSentence(title))
  if (technology !== '') parts.push(oneLine(technology))
  if (replicas > 1) parts.push(`${replicas} replicas`)
  if (shards > 0) parts.push(shards === 1 ? '1 shard' : `${shards} shards`)
  if (failed) parts.push('failed')
  return parts.join(', ')
}

/** "Load balancer" becomes "load balancer"; "SQL database" and "WebSocket hub" stay. */
function inSentence(title: string): string {
  const [word = ''] = title.split(' ')
  return /[A-Z]/.test(word.slice(1)) ? title : title.charAt(0).toLowerCase() + title.slice(1)
}

function isLoose({ fromId, toId }: GraphConnection): boolean {
  return fromId === null || toId === null
}

/** What is connected to each component, as "to: …", "from: …" and "with: …". */
function linksOf({ components, connections }: BoardGraph): ReadonlyMap<string, readonly string[]> {
  const names = new Map(components.map(({ id, label }) => [id, oneLine(label)]))
  const links = new Map<string, { to: string[]; from: string[]; with: string[] }>()
  const add = (id: string, way: 'to' | 'from' | 'with', otherId: string, details: string) => {
    const some = links.get(id) ?? { to: [], from: [], with: [] }
    links.set(id, some)
    const name = id === otherId ? 'itself' : (names.get(otherId) ?? '')
    some[way].push(details === '' ? name : `${name} (${details})`)
  }
  for (const connection of connections) {
    const { fromId, toId, direction } = connection
    if (fromId === null || toId === null) continue
    const details = connectionDetails(connection)
    if (fromId === toId) {
      add(fromId, direction === 'forward' || direction === 'backward' ? 'to' : 'with', toId, details)
    } else if (direction === 'forward' || direction === 'backward') {
      const [left, reached] = direction === 'forward' ? [fromId, toId] : [toId, fromId]
      add(left, 'to', reached, details)
      add(reached, 'from', left, '')
    } else {
      add(fromId, 'with', toId, details)
      add(toId, 'with', fromId, details)
    }
  }
  return new Map(
    [...links].map(([id, some]) => [
      id,
      (['to', 'from', 'with'] as const).flatMap((way) =>
        some[way].length === 0 ? [] : [`${way}: ${some[way].join(', ')}`],
      ),
    ]),
  )
}

function looseLine(graph: BoardGraph, connection: GraphConnection): OutlineLine {
  const { id, fromId, toId } = connection
  return {
    id,
    about: 'connection',
    depth: 0,
    text: `Loose arrow: ${describeConnection(graph, connection)}`,
    shapeIds: [id, ...[fromId, toId].filter((end) => end !== null)],
  }
}

/** A card without its rows: "Feed, API". */
export function cardHead({ kind, title }: GraphCard): string {
  const called = cardKindOf(kind)?.title ?? kind
  return title === '' ? called : `${oneLine(title)}, ${inSentence(called)}`
}

function cardLine(card: GraphCard): OutlineLine {
  const { id, rows } = card
  const head = cardHead(card)
  const texts = rows
    .map((row) =>
      Object.entries(row)
        .filter(([column]) => column !== 'section')
        .map(([, text]) => oneLine(text))
        .join(' '),
    )
    .filter((text) => text !== '')
  return {
    id,
    about: 'card',
    depth: 0,
    text: texts.length === 0 ? head : `${head}: ${texts.join('; ')}`,
    shapeIds: [id],
  }
}

function sheetLine({ id, title, results }: OutlineSheet): OutlineLine {
  const head = title === '' ? 'Worksheet' : `${oneLine(title)}, worksheet`
  const texts = results.map(({ name, shown }) =>
    oneLine(shown.startsWith('≈') ? `${name} ${shown}` : `${name} = ${shown}`),
  )
  return {
    id,
    about: 'worksheet',
    depth: 0,
    text: texts.length === 0 ? head : `${head}: ${texts.join('; ')}`,
    shapeIds: [id],
  }
}
