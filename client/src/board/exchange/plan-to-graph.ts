import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import type { Unplaced } from './drawing-plan.ts'

const NOWHERE = { x: 0, y: 0, w: 0, h: 0 }

/** A drawing that has been read and not laid out, as the graph its board would be. Every bound is nowhere. */
export function planToGraph({ components, connections, zones }: Unplaced): BoardGraph {
  return {
    components: components.map(({ key, zoneKey, ...component }) => ({
      ...component,
      id: key,
      zoneId: zoneKey,
      failed: false,
      bounds: NOWHERE,
    })),
    connections: connections.map(({ fromKey, toKey, ...connection }, index) => ({
      ...connection,
      id: `arrow-${index}`,
      fromId: fromKey,
      toId: toKey,
    })),
    zones: zones.map(({ key, parentKey, ...zone }) => ({
      ...zone,
      id: key,
      zoneId: parentKey,
      bounds: NOWHERE,
    })),
    cards: [],
  }
}
