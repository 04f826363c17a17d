import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import { MAX_WALK_STOPS, type WalkStop } from '@drawbar/shared/interview/walk.ts'
import { stepsAlong, type GraphStep } from './graph-steps.ts'
import { stopLabel } from './stop-label.ts'

export type WalkPath = readonly WalkStop[]

/** More than this is no choice but a list. */
export const MOST_SUGGESTIONS = 12

/**
 * Paths a request may take, the same for the same graph: from where arrows begin (or from `fromId`) the shortest way to
 * each component where the way ends. What can be reached lies on one of them, as far as they are not too many or too long.
 */
export function suggestPaths(graph: BoardGraph, fromId?: string): readonly WalkPath[] {
  const steps = stepsAlong(graph)
  const paths: WalkPath[] = []
  for (const source of fromId === undefined ? sourcesOf(graph, steps) : [fromId]) {
    for (const path of pathsFrom(graph, steps, source)) {
      if (paths.length === MOST_SUGGESTIONS) return paths
      paths.push(path)
    }
  }
  return paths
}

/** Where something begins and nothing ends; in a design that is all circles, whatever comes first. */
function sourcesOf({ components }: BoardGraph, steps: readonly GraphStep[]): string[] {
  const left = new Set(steps.map(({ fromId }) => fromId))
  const entered = new Set(steps.map(({ toId }) => toId))
  const begins = components.map(({ id }) => id).filter((id) => left.has(id))
  const sources = begins.filter((id) => !entered.has(id))
  return sources.length > 0 ? sources : begins.slice(0, 1)
}

function pathsFrom(graph: BoardGraph, steps: readonly GraphStep[], source: string): WalkPath[] {
  const cameBy = new Map<string, GraphStep | null>([[source, null]])
  const deadEnds: string[] = []
  const depth = new Map([[source, 1]])
  // Grows while it is gone through: breadth first.
  const reached = [source]
  for (const at of reached) {
    const next = (depth.get(at) ?? 1) + 1
    const onwards = steps.filter(({ fromId, toId }) => fromId === at && !cameBy.has(toId))
    const fresh = onwards.filter(
      ({ toId }, index) => onwards.findIndex((other) => other.toId === toId) === index,
    )
    if (fresh.length === 0 || next > MAX_WALK_STOPS) {
      deadEnds.push(at)
      continue
    }
    for (const step of fresh) {
      cameBy.set(step.toId, step)
      depth.set(step.toId, next)
      reached.push(step.toId)
    }
  }
  return deadEnds
    .filter((end) => end !== source)
    .map((end) => backTo(end, cameBy).map((stop) => ({ ...stop, label: stopLabel(graph, stop.shapeId) })))
}

function backTo(
  end: string,
  cameBy: ReadonlyMap<string, GraphStep | null>,
): { shapeId: string; viaId: string | null }[] {
  const stops: { shapeId: string; viaId: string | null }[] = []
  for (let at: string | undefined = end; at !== undefined;) {
    const step: GraphStep | null = cameBy.get(at) ?? null
    stops.push({ shapeId: at, viaId: step?.connectionId ?? null })
    at = step?.fromId
  }
  return stops.toReversed()
}
