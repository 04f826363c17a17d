import type { BoardGraph, GraphConnection } from '@drawbar/shared/graph/board-graph.ts'

/** One arrow taken from one component to the next. */
export interface GraphStep {
  readonly connectionId: string
  readonly fromId: string
  readonly toId: string
}

/** Ways along the arrows, in the graph's order. A line without heads, or with two, can be taken either way. */
export function stepsAlong({ connections }: Pick<BoardGraph, 'connections'>): GraphStep[] {
  return connections.flatMap(waysOf)
}

/** Ways against the arrows: how an answer comes back. */
export function stepsBack({ connections }: Pick<BoardGraph, 'connections'>): GraphStep[] {
  return connections
    .filter(({ direction }) => direction === 'forward' || direction === 'backward')
    .flatMap(waysOf)
    .map(({ connectionId, fromId, toId }) => ({ connectionId, fromId: toId, toId: fromId }))
}

function waysOf({ id, fromId, toId, direction }: GraphConnection): GraphStep[] {
  if (fromId === null || toId === null || fromId === toId) return []
  const there = { connectionId: id, fromId, toId }
  const back = { connectionId: id, fromId: toId, toId: fromId }
  switch (direction) {
    case 'forward':
      return [there]
    case 'backward':
      return [back]
    case 'both':
    case 'none':
      return [there, back]
  }
}
