import type { GraphJson } from '@drawbar/shared/graph/to-graph-json.ts'
import type { DrawingPlan } from './drawing-plan.ts'
import { Tally } from './tally.ts'

/** A graph file as it is to be drawn again, each thing where it stood. */
export function graphToPlan({ components, connections, zones, cards }: GraphJson): DrawingPlan {
  const all = [...components, ...zones].map(({ bounds }) => bounds)
  const left = all.reduce((least, { x }) => Math.min(least, x), Infinity)
  const top = all.reduce((least, { y }) => Math.min(least, y), Infinity)
  const keys = new Set([...components, ...zones].map(({ id }) => id))
  const zoneKeys = new Set(zones.map(({ id }) => id))
  const zoneKey = (id: string | null, self: string) =>
    id !== null && id !== self && zoneKeys.has(id) ? id : null
  const tally = new Tally()
  tally.add('card', 'cards', cards.length)
  tally.add('failed mark', 'failed marks', components.filter(({ failed }) => failed).length)
  const drawn = connections.flatMap(({ fromId, toId, label, kind, direction }) => {
    if (fromId === null || toId === null || !keys.has(fromId) || !keys.has(toId)) return []
    return [{ fromKey: fromId, toKey: toId, label, kind, direction }]
  })
  tally.add('arrow with a loose end', 'arrows with a loose end', connections.length - drawn.length)
  return {
    components: components.map(({ id, kind, label, technology, replicas, shards, zoneId, bounds }) => ({
      key: id,
      kind,
      label,
      technology,
      replicas,
      shards,
      zoneKey: zoneKey(zoneId, id),
      at: { ...bounds, x: bounds.x - left, y: bounds.y - top },
    })),
    connections: drawn,
    zones: zones.map(({ id, kind, label, zoneId, bounds }) => ({
      key: id,
      kind,
      label,
      parentKey: zoneKey(zoneId, id),
      at: { ...bounds, x: bounds.x - left, y: bounds.y - top },
    })),
    notCarried: tally.sentences(),
  }
}
