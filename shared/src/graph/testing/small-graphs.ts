import type { BoardGraph, GraphCard, GraphComponent, GraphConnection, GraphZone } from '../board-graph.ts'

/** Small graphs for tests, by short ids. */

const AT = { x: 0, y: 0, w: 200, h: 100 }

/** A component that is called after its id. */
export function part(id: string, kind: string | null, more: Partial<GraphComponent> = {}): GraphComponent {
  return {
    id,
    kind,
    label: id,
    technology: '',
    replicas: 1,
    shards: 0,
    failed: false,
    zoneId: null,
    bounds: AT,
    ...more,
  }
}

/** An arrow between two components; its id is "from>to". */
export function link(fromId: string, toId: string, more: Partial<GraphConnection> = {}): GraphConnection {
  return { id: `${fromId}>${toId}`, fromId, toId, label: '', kind: null, direction: 'forward', ...more }
}

export function area(id: string, kind: string, more: Partial<GraphZone> = {}): GraphZone {
  return { id, kind, label: id, zoneId: null, bounds: AT, ...more }
}

export function note(id: string, kind: string, rows: GraphCard['rows'], title = ''): GraphCard {
  return { id, kind, title, rows, bounds: AT }
}

export function graphOf(
  components: readonly GraphComponent[],
  connections: readonly GraphConnection[] = [],
  others: Partial<BoardGraph> = {},
): BoardGraph {
  return { components, connections, zones: [], cards: [], ...others }
}
