import { z } from 'zod'
import { CONNECTOR_KINDS } from '../board/shapes/connector-meta.ts'
import type { BoardGraph } from './board-graph.ts'

export const GRAPH_FORMAT = 'drawbar-graph'
/** Raised when a reader of the format before would misread it; a field it may pass over does not count. */
export const GRAPH_VERSION = 1

const id = z.string().min(1)
const bounds = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() })

/** A board's graph as a file. Lengths are page px, lists are in reading order, ids hold within the file. */
export const graphJsonSchema = z.object({
  format: z.literal(GRAPH_FORMAT),
  version: z.literal(GRAPH_VERSION),
  components: z.array(
    z.object({
      id,
      /** Null for a plain box with a text. */
      kind: z.string().nullable(),
      label: z.string(),
      technology: z.string(),
      replicas: z.int().min(1),
      shards: z.int().min(0),
      failed: z.boolean(),
      zoneId: id.nullable(),
      bounds,
    }),
  ),
  connections: z.array(
    z.object({
      id,
      fromId: id.nullable(),
      toId: id.nullable(),
      label: z.string(),
      kind: z.enum(CONNECTOR_KINDS).nullable(),
      direction: z.enum(['forward', 'backward', 'both', 'none']),
    }),
  ),
  zones: z.array(z.object({ id, kind: z.string(), label: z.string(), zoneId: id.nullable(), bounds })),
  cards: z.array(
    z.object({
      id,
      kind: z.string(),
      title: z.string(),
      rows: z.array(z.record(z.string(), z.string())),
      bounds,
    }),
  ),
})
export type GraphJson = z.infer<typeof graphJsonSchema>

/** The graph with the name and version of its format before it. Nothing but the graph's own fields goes along. */
export function graphJson(graph: BoardGraph): GraphJson {
  return graphJsonSchema.parse({ format: GRAPH_FORMAT, version: GRAPH_VERSION, ...graph })
}
