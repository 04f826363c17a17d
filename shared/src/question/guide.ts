import { z } from 'zod'

/** A page for people who prepare or interview, in Markdown; its first heading is the title. */
const guidePageSchema = z.object({ id: z.string(), title: z.string(), text: z.string() })
export type GuidePage = z.infer<typeof guidePageSchema>

export const FIGURE_GROUPS = [
  'time',
  'network',
  'storage',
  'memory',
  'databases',
  'queues',
  'web',
  'availability',
] as const

/** A figure that estimates rest on: a usual value, the range it is met in, and what it depends on. */
export const figureSchema = z
  .object({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by single hyphens'),
    group: z.enum(FIGURE_GROUPS),
    name: z.string().trim().min(1).max(160),
    value: z.number().positive(),
    unit: z.string().min(1).max(60),
    low: z.number().positive(),
    high: z.number().positive(),
    /** The arithmetic or the reasoning, and where a figure often quoted is off. */
    basis: z.string().trim().min(1).max(600),
  })
  .refine(
    (figure) => figure.low <= figure.value && figure.value <= figure.high,
    'value lies between low and high',
  )
export type Figure = z.infer<typeof figureSchema>

/** `GET /api/guide`: nothing of any question, for anyone. */
export const guideSchema = z.object({ pages: z.array(guidePageSchema), figures: z.array(figureSchema) })
export type Guide = z.infer<typeof guideSchema>
