import type { BoardGraph, GraphConnection } from '@drawbar/shared/graph/board-graph.ts'

const DIRECTIONS: Readonly<Record<string, GraphConnection['direction']>> = {
  '>': 'forward',
  '<': 'backward',
  '=': 'both',
  '-': 'none',
}

/**
 * A graph of arrows written as `client>api`, with `<` for one that points back, `=` for two heads and `-` for none (a
 * dash before a digit belongs to the name). Ids and labels are the names; an arrow's id is its text, and ` 2` after it
 * makes another one beside it.
 */
export function graphOf(...arrows: readonly string[]): BoardGraph {
  const connections = arrows.map((arrow): GraphConnection => {
    const [, fromId = '', sign = '', toId = ''] = /^(.+?)([><=]|-(?!\d))([^ ]+)/.exec(arrow) ?? []
    const direction = DIRECTIONS[sign]
    if (!direction) throw new Error(`not an arrow: ${arrow}`)
    return { id: arrow, fromId, toId, label: '', kind: null, direction }
  })
  const names = new Set(connections.flatMap(({ fromId, toId }) => [fromId ?? '', toId ?? '']))
  return {
    components: [...names].map((name) => ({
      id: name,
      kind: 'service',
      label: name,
      technology: '',
      replicas: 1,
      shards: 0,
      failed: false,
      zoneId: null,
      bounds: { x: 0, y: 0, w: 200, h: 100 },
    })),
    connections,
    zones: [],
    cards: [],
  }
}
