import type { ComponentTrait } from '../components/component-kind.ts'
import type { BoardGraph, GraphComponent } from '../graph/board-graph.ts'
import { flowsOf, type Flow } from '../graph/flow.ts'
import { kindOfPart, partHas } from './kind-of-part.ts'

/** A graph as the rules ask about it. */
export interface Design {
  readonly graph: BoardGraph
  readonly flows: readonly Flow[]
  component(id: string): GraphComponent | undefined
  /** In reading order. */
  having(trait: ComponentTrait): readonly GraphComponent[]
  ofKind(kind: string): readonly GraphComponent[]
  flowsFrom(id: string): readonly Flow[]
  flowsTo(id: string): readonly Flow[]
}

export function designOf(graph: BoardGraph): Design {
  const flows = flowsOf(graph)
  const byId = new Map(graph.components.map((component) => [component.id, component]))
  const from = Map.groupBy(flows, ({ fromId }) => fromId)
  const to = Map.groupBy(flows, ({ toId }) => toId)
  return {
    graph,
    flows,
    component: (id) => byId.get(id),
    having: (trait) => graph.components.filter((component) => partHas(component, trait)),
    ofKind: (kind) => graph.components.filter((component) => kindOfPart(component) === kind),
    flowsFrom: (id) => from.get(id) ?? [],
    flowsTo: (id) => to.get(id) ?? [],
  }
}

const TAKES = /\b(poll|pull|consum|read|subscri|take|fetch|dequeue|drain|receiv|listen)/i

/** Whether an arrow to a buffer stands for somebody who takes from it, as in "worker polls queue". */
export function isTaking({ connection }: Flow): boolean {
  return TAKES.test(connection.label)
}
