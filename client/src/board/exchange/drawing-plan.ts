import type { ConnectorKind } from '@drawbar/shared/board/shapes/connector-meta.ts'
import type { Bounds, GraphConnection } from '@drawbar/shared/graph/board-graph.ts'

/** What an import is going to draw, decided before anything is drawn. Keys are the file's own and unique in the plan. */
export interface DrawingPlan {
  readonly components: readonly PlannedComponent[]
  readonly connections: readonly PlannedConnection[]
  readonly zones: readonly PlannedZone[]
  /** Sentences about what of the file is not drawn. */
  readonly notCarried: readonly string[]
}

export interface PlannedComponent {
  readonly key: string
  /** Null: a plain box. */
  readonly kind: string | null
  readonly label: string
  readonly technology: string
  readonly replicas: number
  readonly shards: number
  readonly zoneKey: string | null
  /** Px from the left upper corner of the whole, whatever zone it stands in. */
  readonly at: Bounds
}

export interface PlannedConnection {
  /** Of a component or a zone. */
  readonly fromKey: string
  readonly toKey: string
  /** May have several lines. */
  readonly label: string
  /** Null: a plain arrow. */
  readonly kind: ConnectorKind | null
  readonly direction: GraphConnection['direction']
}

export interface PlannedZone {
  readonly key: string
  readonly kind: string
  readonly label: string
  readonly parentKey: string | null
  /** Px from the left upper corner of the whole, also within another zone. */
  readonly at: Bounds
}

/** A plan before somebody has laid it out. */
export interface Unplaced {
  readonly components: readonly Omit<PlannedComponent, 'at'>[]
  readonly connections: readonly PlannedConnection[]
  readonly zones: readonly Omit<PlannedZone, 'at'>[]
  readonly notCarried: readonly string[]
  /** Which way the connections run. */
  readonly flow: 'right' | 'left' | 'down' | 'up'
}
