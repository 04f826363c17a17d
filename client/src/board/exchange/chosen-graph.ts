import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import { readGraph } from '@drawbar/shared/graph/read-graph.ts'
import type { Editor, TLRecord, TLShapeId } from 'tldraw'
import { leftOfGraph } from './left-of-graph.ts'

export interface ChosenGraph {
  readonly graph: BoardGraph
  /** Sentences about what else was chosen. */
  readonly left: readonly string[]
}

/** The graph of the chosen shapes of the page that is shown. */
export function chosenGraph(editor: Editor, ids: readonly TLShapeId[]): ChosenGraph {
  const chosen = new Set<string>(ids)
  const shapes = ids.flatMap((id) => editor.getShape(id) ?? [])
  // What holds the chosen shapes says where they are, and is not in the graph itself.
  const above = shapes.flatMap((shape) => editor.getShapeAncestors(shape))
  const records: TLRecord[] = [...new Map([...above, ...shapes].map((shape) => [shape.id, shape])).values()]
  const read = readGraph([...records, ...bindingsAmong(editor, chosen)], editor.getCurrentPageId())
  const zones = read.zones.filter(({ id }) => chosen.has(id))
  const isZone = new Set(zones.map(({ id }) => id))
  const within = <T extends { readonly zoneId: string | null }>(one: T): T =>
    one.zoneId === null || isZone.has(one.zoneId) ? one : { ...one, zoneId: null }
  const graph = {
    components: read.components.filter(({ id }) => chosen.has(id)).map(within),
    connections: read.connections.filter(({ id }) => chosen.has(id)),
    zones: zones.map(within),
    cards: read.cards.filter(({ id }) => chosen.has(id)),
  }
  return { graph, left: leftOfGraph(shapes, graph) }
}

/** The bindings with both ends among these shapes. */
export function bindingsAmong(editor: Editor, ids: ReadonlySet<string>) {
  return editor.store
    .allRecords()
    .filter((record) => record.typeName === 'binding')
    .filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId))
}
