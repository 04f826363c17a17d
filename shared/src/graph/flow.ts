import type { BoardGraph, GraphConnection } from './board-graph.ts'

/** One way along a connection between two components. */
export interface Flow {
  readonly fromId: string
  readonly toId: string
  readonly connection: GraphConnection
}

/** Every way one may go: an arrow without heads, as one with two, leads both ways. Loose arrows lead nowhere. */
export function flowsOf({ connections }: BoardGraph): readonly Flow[] {
  return connections.flatMap((connection) => {
    const { fromId, toId, direction } = connection
    if (fromId === null || toId === null) return []
    const there = { fromId, toId, connection }
    const back = { fromId: toId, toId: fromId, connection }
    if (direction === 'forward') return [there]
    if (direction === 'backward') return [back]
    return fromId === toId ? [there] : [there, back]
  })
}
