import { z } from 'zod'

/** Most stops of one walk: more than anybody follows. */
export const MAX_WALK_STOPS = 40

/** Longest name of a stop, UTF-16 units. */
export const STOP_LABEL_LENGTH = 80

export const walkIdSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)

/** Of another record a canvas would throw where it looks for its place. */
const shapeId = z
  .string()
  .max(200)
  .regex(/^shape:./)
export const walkPageIdSchema = z
  .string()
  .max(200)
  .regex(/^page:./)

/**
 * One step of a request: the component it comes to, and the arrow it came along; null for the first. The label is what
 * was written on the component then, so that the record can say where the walk went after the board has changed.
 */
export const walkStopSchema = z.object({
  shapeId,
  label: z.string().trim().min(1).max(STOP_LABEL_LENGTH),
  viaId: shapeId.nullable(),
})
export type WalkStop = z.infer<typeof walkStopSchema>

export const walkPathSchema = z
  .array(walkStopSchema)
  .min(2, 'A walk needs two components at least.')
  .max(MAX_WALK_STOPS, `A walk may have ${MAX_WALK_STOPS} steps.`)
  .refine((path) => path.every(({ viaId }, index) => (viaId === null) === (index === 0)), {
    message: 'Every step but the first comes along an arrow.',
  })
