import { z } from 'zod'

/** The six rubric dimensions every question is scored on (the default rubric; weights in percent, together 100). */
export const DIMENSIONS = [
  { id: 'requirements', name: 'Problem and requirements', weight: 15 },
  { id: 'numbers', name: 'Numbers', weight: 10 },
  { id: 'high-level', name: 'High-level design', weight: 20 },
  { id: 'depth', name: 'Depth', weight: 25 },
  { id: 'trade-offs', name: 'Trade-offs, failure and operations', weight: 20 },
  { id: 'communication', name: 'Communication and drive', weight: 10 },
] as const

export const dimensionIdSchema = z.enum(DIMENSIONS.map((dimension) => dimension.id))
export type DimensionId = z.infer<typeof dimensionIdSchema>
