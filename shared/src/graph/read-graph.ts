import type { TLBinding, TLRecord } from '@tldraw/tlschema'
import { CARD } from '../board/shapes/card-shape.ts'
import { COMPONENT } from '../board/shapes/component-shape.ts'
import { connectorOf } from '../board/shapes/connector-meta.ts'
import { orderedRows, type Rows } from '../board/shapes/rows.ts'
import { ZONE } from '../board/shapes/zone-shape.ts'
import { titleOf } from '../components/component-kinds.ts'
import type { BoardGraph, GraphCard, GraphComponent, GraphConnection, GraphZone } from './board-graph.ts'
import { shapesOfPage, type PageShape } from './page-shapes.ts'
import { plainText } from './plain-text.ts'
import { inReadingOrder } from './reading-order.ts'
import { boundsOf } from './shape-bounds.ts'

type Props = Readonly<Record<string, unknown>>

/** tldraw's shapes that an arrow makes a component when they have a text; a `geo` needs no arrow. */
const PLAIN_TYPES: ReadonlySet<string> = new Set(['geo', 'note', 'text'])

/** The graph of one page. Records of other pages and of types that are no part of a graph are passed over. */
export function readGraph(records: Iterable<TLRecord>, pageId: string): BoardGraph {
  const all = [...records]
  const shapes = shapesOfPage(all, pageId)
  const bindings = all.filter(
    (record): record is TLBinding =>
      record.typeName === 'binding' && record.type === 'arrow' && shapes.has(record.fromId),
  )
  const bound = new Set<string>(bindings.map(({ toId }) => toId))

  const components: GraphComponent[] = []
  const zones: GraphZone[] = []
  const cards: GraphCard[] = []
  for (const placed of shapes.values()) {
    const type: string = placed.shape.type
    if (type === COMPONENT) components.push(componentOf(placed))
    else if (type === ZONE) zones.push(zoneOf(placed))
    else if (type === CARD) cards.push(cardOf(placed))
    else if (PLAIN_TYPES.has(type) && (type === 'geo' || bound.has(placed.shape.id)))
      components.push(...plainComponentOf(placed))
  }

  const inOrder = inReadingOrder(components)
  return {
    components: inOrder,
    connections: connectionsOf(shapes, bindings, inOrder),
    zones: inReadingOrder(zones),
    cards: inReadingOrder(cards),
  }
}

function componentOf({ shape, placement, zoneId }: PageShape): GraphComponent {
  const props: Props = { ...shape.props }
  const kind = textOf(props.kind)
  return {
    id: shape.id,
    kind,
    label: textOf(props.label) || titleOf(kind),
    technology: textOf(props.technology),
    replicas: countOf(props.replicas, 1),
    shards: countOf(props.shards, 0),
    failed: props.failed === true,
    zoneId,
    bounds: boundsOf(shape, placement),
  }
}

function plainComponentOf({ shape, placement, zoneId }: PageShape): readonly GraphComponent[] {
  const props: Props = { ...shape.props }
  const label = plainText(props.richText)
  if (label === '') return []
  return [
    {
      id: shape.id,
      kind: null,
      label,
      technology: '',
      replicas: 1,
      shards: 0,
      failed: false,
      zoneId,
      bounds: boundsOf(shape, placement),
    },
  ]
}

function zoneOf({ shape, placement, zoneId }: PageShape): GraphZone {
  const props: Props = { ...shape.props }
  return {
    id: shape.id,
    kind: textOf(props.kind),
    label: textOf(props.label),
    zoneId,
    bounds: boundsOf(shape, placement),
  }
}

function cardOf({ shape, placement }: PageShape): GraphCard {
  const props: Props = { ...shape.props }
  const rows = typeof props.rows === 'object' && props.rows !== null ? (props.rows as Rows) : {}
  return {
    id: shape.id,
    kind: textOf(props.kind),
    title: textOf(props.title),
    rows: orderedRows(rows).map(({ cells }) => cells),
    bounds: boundsOf(shape, placement),
  }
}

function connectionsOf(
  shapes: ReadonlyMap<string, PageShape>,
  bindings: readonly TLBinding[],
  components: readonly GraphComponent[],
): readonly GraphConnection[] {
  const places = new Map(components.map(({ id }, at) => [id, at]))
  const ends = new Map<string, string>()
  for (const { fromId, toId, props } of bindings) {
    const terminal = 'terminal' in props ? props.terminal : ''
    if (places.has(toId)) ends.set(`${terminal} ${fromId}`, toId)
  }

  const arrows = [...shapes.values()].filter(({ shape }) => shape.type === 'arrow')
  const inOrder = arrows.toSorted(
    (a, b) =>
      a.placement.y - b.placement.y || a.placement.x - b.placement.x || (a.shape.id < b.shape.id ? -1 : 1),
  )
  const connections = inOrder.map(({ shape }): GraphConnection => {
    const props: Props = { ...shape.props }
    return {
      id: shape.id,
      fromId: ends.get(`start ${shape.id}`) ?? null,
      toId: ends.get(`end ${shape.id}`) ?? null,
      label: textOf(props.text),
      kind: connectorOf(shape.meta) ?? null,
      direction: directionOf(props),
    }
  })

  const place = (id: string | null) => places.get(id ?? '') ?? components.length
  const key = ({ fromId, toId, direction }: GraphConnection) =>
    direction === 'backward' ? [place(toId), place(fromId)] : [place(fromId), place(toId)]
  return connections.toSorted((a, b) => {
    const [leftA = 0, reachedA = 0] = key(a)
    const [leftB = 0, reachedB = 0] = key(b)
    return leftA - leftB || reachedA - reachedB
  })
}

function directionOf({ arrowheadStart, arrowheadEnd }: Props): GraphConnection['direction'] {
  if (arrowheadStart === 'none') return arrowheadEnd === 'none' ? 'none' : 'forward'
  return arrowheadEnd === 'none' ? 'backward' : 'both'
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

function countOf(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback
}
