import type { BoardGraph, GraphConnection } from './board-graph.ts'

/** What stands there instead of a name when an arrow's end is bound to no component. */
const NOBODY = 'nothing'

/** A connection in one line, such as `Gateway to Orders, request, "gRPC 2k/s"`. */
export function describeConnection(graph: BoardGraph, connection: GraphConnection): string {
  const nameOf = (id: string | null) => {
    const component = graph.components.find((one) => one.id === id)
    return component === undefined ? NOBODY : oneLine(component.label)
  }
  const { fromId, toId, direction } = connection
  const from = nameOf(fromId)
  const to = nameOf(toId)
  const details = connectionDetails(connection)
  return details === '' ? endsText(from, to, direction) : `${endsText(from, to, direction)}, ${details}`
}

/** The kind and the label, as far as it has them: `request, "gRPC 2k/s"`. */
export function connectionDetails({ kind, label }: GraphConnection): string {
  const text = oneLine(label)
  return [...(kind === null ? [] : [kind]), ...(text === '' ? [] : [`"${text}"`])].join(', ')
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function endsText(from: string, to: string, direction: GraphConnection['direction']): string {
  switch (direction) {
    case 'forward':
      return `${from} to ${to}`
    case 'backward':
      return `${to} to ${from}`
    case 'both':
      return `${from} and ${to}, both ways`
    case 'none':
      return `${from} and ${to}`
  }
}
