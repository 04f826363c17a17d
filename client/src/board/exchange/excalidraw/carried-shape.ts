import { CONNECTOR_KINDS } from '@drawbar/shared/board/shapes/connector-meta.ts'
import { z } from 'zod'

/**
 * What an export writes into an element's `customData.drawbar`, which Excalidraw keeps as it is: what our shape was
 * beyond what the element can show. Its props are checked as any shape's when they come back.
 */
const carriedSchema = z.object({
  type: z.enum(['component', 'zone', 'card', 'worksheet', 'note', 'geo', 'arrow', 'highlight']).optional(),
  props: z.record(z.string(), z.unknown()).optional(),
  /** What was written in the element. When it reads otherwise now, somebody has changed it since. */
  text: z.string().optional(),
  connector: z.enum(CONNECTOR_KINDS).optional(),
  /** The id of the zone's element it stands in. */
  zone: z.string().optional(),
})

export type CarriedShape = z.infer<typeof carriedSchema>

const customDataSchema = z.object({ drawbar: carriedSchema })

/** What of ours an element carries; nothing when it is not ours, or was damaged. */
export function carriedShapeOf(customData: unknown): CarriedShape {
  return customDataSchema.safeParse(customData).data?.drawbar ?? {}
}
