import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import type {
  LayoutDirection,
  LayoutEdge,
  LayoutInput,
  LayoutNode,
  LayoutResult,
  LayoutZone,
  Place,
} from './lay-out.ts'

const ROOT = 'root'
const DIRECTION: Record<LayoutDirection, string> = { right: 'RIGHT', down: 'DOWN' }

/** Page px: room for an arrow's corners and its head between two columns, and for a badge between two rows. */
const BETWEEN_LAYERS = 88
const BETWEEN_NODES = 48
const BETWEEN_PARTS = 72

/** The graph in the layout library's words. Reading order becomes its model order. */
export function toElkGraph(input: LayoutInput): ElkNode {
  const inside = new Containment(input)
  const order = new Map(input.nodes.map(({ key }, index) => [key, index]))
  const boxes = new Set(order.keys())
  const firstIn = (zone: LayoutZone): number => {
    const places = input.nodes
      .filter((node) => inside.isIn(node.key, zone.key))
      .map((node) => order.get(node.key) ?? 0)
    return Math.min(...places, Infinity)
  }
  const childrenOf = (parentKey: string | null): ElkNode[] => {
    const nodes = input.nodes
      .filter((node) => inside.parentOf(node.key) === parentKey)
      .map((node) => ({ at: order.get(node.key) ?? 0, node: boxNode(node, input.direction) }))
    const zones = input.zones
      .filter((zone) => inside.parentOf(zone.key) === parentKey)
      .map((zone) => ({ at: firstIn(zone), node: zoneNode(zone, childrenOf(zone.key)) }))
    return [...nodes, ...zones].toSorted((a, b) => a.at - b.at).map(({ node }) => node)
  }
  return {
    id: ROOT,
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': DIRECTION[input.direction],
      // Arrows cross the borders of zones, so zones cannot be laid out one by one.
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.randomSeed': '1',
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      'elk.spacing.nodeNode': `${BETWEEN_NODES}`,
      'elk.layered.spacing.nodeNodeBetweenLayers': `${BETWEEN_LAYERS}`,
      'elk.spacing.componentComponent': `${BETWEEN_PARTS}`,
      'elk.spacing.edgeNode': '24',
      'elk.spacing.edgeEdge': '16',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.layered.considerModelOrder.components': 'MODEL_ORDER',
      // Three times as fast as the network simplex, which took more than 15 s for 500 boxes.
      'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
      'elk.layered.cycleBreaking.strategy': 'GREEDY_MODEL_ORDER',
      'elk.aspectRatio': '1.6',
    },
    children: childrenOf(null),
    edges: input.edges.filter((edge) => inside.joins(edge)).map((edge, index) => elkEdge(edge, index, boxes)),
  }
}

/** tldraw fastens an arrow to the middle of a side, so that is where it has to be thought to leave and to arrive. */
function boxNode({ key, w, h }: LayoutNode, direction: LayoutDirection): ElkNode {
  const [out, into] =
    direction === 'right'
      ? [
          { x: w, y: h / 2, side: 'EAST' },
          { x: 0, y: h / 2, side: 'WEST' },
        ]
      : [
          { x: w / 2, y: h, side: 'SOUTH' },
          { x: w / 2, y: 0, side: 'NORTH' },
        ]
  const port = (id: string, { x, y, side }: typeof out) => ({
    id,
    x,
    y,
    layoutOptions: { 'elk.port.side': side },
  })
  return {
    id: idOf(key),
    width: w,
    height: h,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    ports: [port(outOf(key), out), port(intoOf(key), into)],
  }
}

function zoneNode({ key, padding, least }: LayoutZone, children: ElkNode[]): ElkNode {
  if (children.length === 0) return { id: idOf(key), width: least.w, height: least.h }
  const { top, side } = padding
  return {
    id: idOf(key),
    children,
    layoutOptions: {
      'elk.padding': `[top=${top},left=${side},bottom=${side},right=${side}]`,
      'elk.nodeSize.constraints': '[MINIMUM_SIZE]',
      'elk.nodeSize.minimum': `(${least.w},${least.h})`,
    },
  }
}

function elkEdge(
  { fromKey, toKey, labelSize }: LayoutEdge,
  index: number,
  boxes: ReadonlySet<string>,
): ElkExtendedEdge {
  const edge: ElkExtendedEdge = {
    id: `edge-${index}`,
    sources: [boxes.has(fromKey) ? outOf(fromKey) : idOf(fromKey)],
    targets: [boxes.has(toKey) ? intoOf(toKey) : idOf(toKey)],
  }
  if (!labelSize) return edge
  // A label without a text is passed over.
  return { ...edge, labels: [{ id: `label-${index}`, text: '-', width: labelSize.w, height: labelSize.h }] }
}

/** Reads the places back: the library measures each box from the zone it stands in. */
export function fromElkGraph(input: LayoutInput, graph: ElkNode): LayoutResult {
  const placed = new Map<string, Place & { w: number; h: number }>()
  const visit = (parent: ElkNode, origin: Place): void => {
    for (const child of parent.children ?? []) {
      const at = { x: origin.x + (child.x ?? 0), y: origin.y + (child.y ?? 0) }
      placed.set(child.id, { ...at, w: child.width ?? 0, h: child.height ?? 0 })
      visit(child, at)
    }
  }
  visit(graph, { x: 0, y: 0 })
  const left = Math.min(...[...placed.values()].map(({ x }) => x))
  const top = Math.min(...[...placed.values()].map(({ y }) => y))

  const placeOf = (key: string) => {
    const place = placed.get(idOf(key))
    if (!place) throw new Error(`the layout has no place for ${key}`)
    const x = Math.round(place.x - left)
    const y = Math.round(place.y - top)
    // Both borders are rounded, not the size, so that what just fits still does.
    return {
      x,
      y,
      w: Math.ceil(place.x - left + place.w) - x,
      h: Math.ceil(place.y - top + place.h) - y,
    }
  }
  const nodes = input.nodes.map(({ key }): [string, Place] => {
    const { x, y } = placeOf(key)
    return [key, { x, y }]
  })
  return { nodes: new Map(nodes), zones: new Map(input.zones.map(({ key }) => [key, placeOf(key)])) }
}

// A prefix, so that no key can be taken for the root.
function idOf(key: string): string {
  return `box-${key}`
}

function outOf(key: string): string {
  return `out-${key}`
}

function intoOf(key: string): string {
  return `into-${key}`
}

/** Who stands in what. A parent that is not among the zones, or stands in itself, counts as none. */
class Containment {
  readonly #parents: ReadonlyMap<string, string | null>

  constructor({ nodes, zones }: LayoutInput) {
    const zoneKeys = new Set(zones.map(({ key }) => key))
    const parents = new Map<string, string | null>()
    for (const { key, parentKey } of [...zones, ...nodes]) {
      const known = parentKey !== null && zoneKeys.has(parentKey) ? parentKey : null
      parents.set(key, known !== null && leadsTo(parents, known, key) ? null : known)
    }
    this.#parents = parents
  }

  parentOf(key: string): string | null {
    return this.#parents.get(key) ?? null
  }

  isIn(key: string, zoneKey: string): boolean {
    return key !== zoneKey && leadsTo(this.#parents, key, zoneKey)
  }

  /** Whether an edge has two ends that are beside each other. */
  joins({ fromKey, toKey }: LayoutEdge): boolean {
    if (!this.#parents.has(fromKey) || !this.#parents.has(toKey)) return false
    return fromKey !== toKey && !this.isIn(fromKey, toKey) && !this.isIn(toKey, fromKey)
  }
}

function leadsTo(parents: ReadonlyMap<string, string | null>, from: string, to: string): boolean {
  for (let key: string | null = from; key !== null; key = parents.get(key) ?? null) {
    if (key === to) return true
  }
  return false
}
