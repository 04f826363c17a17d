import { z } from 'zod'
import { roleSchema } from './role.ts'

/** A name as people type it: trimmed, inner white space folded, 1 to 40 characters, no control characters. */
export const participantNameSchema = z
  .string()
  .transform((name) =>
    name
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().min(1, 'Type a name.').max(40, 'A name has at most 40 characters.'))

/** Cursor colours, told apart by hue and by lightness on light and dark boards. */
export const PARTICIPANT_COLORS = [
  '#2563eb',
  '#d9480f',
  '#2b8a3e',
  '#9c36b5',
  '#c2255c',
  '#0b7285',
  '#a16207',
  '#5f3dc4',
  '#087f5b',
  '#e03131',
  '#364fc7',
  '#5c940d',
] as const

/** One person in a room as everyone in it may know them. */
export const participantSchema = z.object({
  id: z.string(),
  name: z.string(),
  color: z.string(),
  role: roleSchema,
})
export type Participant = z.infer<typeof participantSchema>
