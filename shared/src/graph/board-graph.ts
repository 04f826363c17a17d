import type { ConnectorKind } from '../board/shapes/connector-meta.ts'

/** A rectangle in page px, of the shape's bounds on its page without its rotation. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Something a connection may lead to: a component, or a plain box with a text, whose `kind` is null. */
export interface GraphComponent {
  /** The shape's id. */
  readonly id: string
  readonly kind: string | null
  /** What is written on it; a component without a label is called after its kind. Never empty for a component. */
  readonly label: string
  readonly technology: string
  readonly replicas: number
  readonly shards: number
  readonly failed: boolean
  /** The innermost zone it stands in. */
  readonly zoneId: string | null
  readonly bounds: Bounds
}

/** An arrow. An end that is bound to nothing, or to a shape that is no component, is null. */
export interface GraphConnection {
  readonly id: string
  readonly fromId: string | null
  readonly toId: string | null
  readonly label: string
  /** Null for a plain arrow. */
  readonly kind: ConnectorKind | null
  /** Which ends have an arrowhead: one at the end is `forward`. */
  readonly direction: 'forward' | 'backward' | 'both' | 'none'
}

export interface GraphZone {
  readonly id: string
  readonly kind: string
  readonly label: string
  /** The innermost zone around it. */
  readonly zoneId: string | null
  readonly bounds: Bounds
}

export interface GraphCard {
  readonly id: string
  readonly kind: string
  readonly title: string
  /** Cells by column, in the order of the rows. */
  readonly rows: readonly Readonly<Record<string, string>>[]
  readonly bounds: Bounds
}

/**
 * One page of a board as a graph: what the outline reads, the coverage lens judges and the exports carry. Each list is
 * in reading order (rows from the top, in each from the left), connections in the order of the components they leave.
 */
export interface BoardGraph {
  readonly components: readonly GraphComponent[]
  readonly connections: readonly GraphConnection[]
  readonly zones: readonly GraphZone[]
  readonly cards: readonly GraphCard[]
}
