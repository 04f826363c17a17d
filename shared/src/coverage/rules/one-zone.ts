import type { BoardGraph, GraphComponent, GraphZone } from '../../graph/board-graph.ts'
import { isExpected } from '../expectations.ts'
import type { CoverageRule } from '../finding.ts'
import { partHas } from '../kind-of-part.ts'
import { idsOf, listWords } from '../names.ts'

const WORDS = ['region', 'regions', 'zone', 'zones', 'datacenter', 'datacenters', 'continents', 'failover']

/** The system goes on when a building or a region is lost. */
export const oneZone: CoverageRule = {
  id: 'one-zone',
  title: 'Where it stands',
  sees: (graph, { expects }) => {
    const ours = graph.components.filter((one) => !partHas(one, 'source') && !partHas(one, 'outside'))
    if (ours.length === 0) return []
    const zones = new Map(graph.zones.map((zone) => [zone.id, zone]))
    const zonesOf = (kind: string) => filledZones(graph, zones, ours, kind)
    const azs = zonesOf('availability-zone')
    const regions = zonesOf('region')
    const filled = [...azs, ...regions]
    if (filled.length === 0) {
      if (!isExpected(expects, WORDS)) return []
      return [
        {
          state: 'not-seen',
          shapeIds: [],
          text: 'Nothing says in which regions or zones the parts stand.',
          probe: 'Where do these machines stand, and what is left when that place loses its power?',
        },
      ]
    }
    const names = listWords(filled.map(({ label, kind }) => label || kind.replaceAll('-', ' ')))
    if (azs.length > 1 || regions.length > 1) {
      return [
        {
          state: 'seen',
          shapeIds: idsOf(filled),
          text: `Parts stand in more than one place: ${names}.`,
          probe: 'What has to agree across these places, and what does that cost a write?',
        },
      ]
    }
    return [
      {
        state: 'not-seen',
        shapeIds: idsOf(filled),
        text: `Everything that has a place stands in one: ${names}.`,
        probe: 'What is left of the system, and of the data, when that place is lost?',
      },
    ]
  },
}

/** Zones of a kind with something in them, at any depth. */
function filledZones(
  graph: BoardGraph,
  zones: ReadonlyMap<string, GraphZone>,
  components: readonly GraphComponent[],
  kind: string,
): readonly GraphZone[] {
  const filled = new Set<string>()
  for (const { zoneId } of components) {
    const passed = new Set<string>()
    let zone = zones.get(zoneId ?? '')
    while (zone !== undefined && !passed.has(zone.id)) {
      passed.add(zone.id)
      filled.add(zone.id)
      zone = zones.get(zone.zoneId ?? '')
    }
  }
  return graph.zones.filter((zone) => zone.kind === kind && filled.has(zone.id))
}
