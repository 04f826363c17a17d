import { z } from 'zod'

/**
 * Where on the board its maker was looking when a judgement or note was made. The server adds `seq`, time and phase.
 * Page coordinates as tldraw has them; `zoom` 1 is 100 %.
 */
export const evidenceSchema = z.object({
  pageId: z.string().max(200),
  camera: z.object({ x: z.number(), y: z.number(), zoom: z.number().positive() }),
  viewport: z.object({ width: z.number().nonnegative(), height: z.number().nonnegative() }),
  selected: z.array(z.string().max(200)).max(50),
})
export type Evidence = z.infer<typeof evidenceSchema>
