import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import { MAX_WALK_STOPS, type WalkStop } from '@drawbar/shared/interview/walk.ts'
import { stepsAlong, stepsBack, type GraphStep } from './graph-steps.ts'
import { stopLabel } from './stop-label.ts'

/** The path after a click, and why it is as it was before when it is. */
export interface PickedPath {
  readonly path: readonly WalkStop[]
  readonly refusal: string | null
}

/**
 * Builds a path click by click. A component goes on to it along the only arrow that leads there; an arrow goes on to its
 * other end; the last stop, clicked again, goes away.
 */
export function pickOnPath(graph: BoardGraph, path: readonly WalkStop[], id: string): PickedPath {
  const last = path.at(-1)
  if (last && (last.shapeId === id || last.viaId === id)) return { path: path.slice(0, -1), refusal: null }
  if (graph.components.some((component) => component.id === id)) return pickComponent(graph, path, id)
  if (graph.connections.some((connection) => connection.id === id)) return pickArrow(graph, path, id)
  return { path, refusal: 'A request goes over components and arrows. Click one of those.' }
}

/** Which of the shapes under a click is meant: a component before an arrow, and either before all else. */
export function meantBy(graph: BoardGraph, shapeIds: readonly string[]): string | undefined {
  const among = (known: readonly { readonly id: string }[]) => {
    return shapeIds.find((shapeId) => known.some(({ id }) => id === shapeId))
  }
  return among(graph.components) ?? among(graph.connections) ?? shapeIds[0]
}

/** Where the path can go on to; every component while it is empty. */
export function nextOnPath(graph: BoardGraph, path: readonly WalkStop[]): readonly WalkStop[] {
  const last = path.at(-1)
  if (!last) {
    return graph.components.map(({ id }) => ({ shapeId: id, label: stopLabel(graph, id), viaId: null }))
  }
  return [...stepsAlong(graph), ...stepsBack(graph)]
    .filter(({ fromId }) => fromId === last.shapeId)
    .map((step) => stopAfter(graph, step))
}

function pickComponent(graph: BoardGraph, path: readonly WalkStop[], id: string): PickedPath {
  const last = path.at(-1)
  if (!last) return { path: [{ shapeId: id, label: stopLabel(graph, id), viaId: null }], refusal: null }
  const leads = ({ fromId, toId }: GraphStep) => fromId === last.shapeId && toId === id
  const along = stepsAlong(graph).filter(leads)
  const ways = along.length > 0 ? along : stepsBack(graph).filter(leads)
  const [way] = ways
  if (!way) return { path, refusal: `No arrow joins ${last.label} and ${stopLabel(graph, id)}.` }
  if (ways.length > 1) {
    return { path, refusal: `${ways.length} arrows lead to ${stopLabel(graph, id)}. Click the one you mean.` }
  }
  return goOn(graph, path, way)
}

function pickArrow(graph: BoardGraph, path: readonly WalkStop[], id: string): PickedPath {
  const along = stepsAlong(graph).filter(({ connectionId }) => connectionId === id)
  const [first] = along
  if (!first) return { path, refusal: 'This arrow is loose at one end. Join it to a component first.' }
  const last = path.at(-1)
  if (!last) {
    const from = { shapeId: first.fromId, label: stopLabel(graph, first.fromId), viaId: null }
    return { path: [from, stopAfter(graph, first)], refusal: null }
  }
  const back = stepsBack(graph).filter(({ connectionId }) => connectionId === id)
  const way = [...along, ...back].find(({ fromId }) => fromId === last.shapeId)
  return way ? goOn(graph, path, way) : { path, refusal: `This arrow does not meet ${last.label}.` }
}

function goOn(graph: BoardGraph, path: readonly WalkStop[], step: GraphStep): PickedPath {
  if (path.length >= MAX_WALK_STOPS) return { path, refusal: `A walk has at most ${MAX_WALK_STOPS} steps.` }
  return { path: [...path, stopAfter(graph, step)], refusal: null }
}

function stopAfter(graph: BoardGraph, { toId, connectionId }: GraphStep): WalkStop {
  return { shapeId: toId, label: stopLabel(graph, toId), viaId: connectionId }
}
