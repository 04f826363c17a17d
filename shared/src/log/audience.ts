import { z } from 'zod'
import type { Role } from '../people/role.ts'

/** Who may ever receive an entry: everyone in the round, its interviewers, or only the one who made it. */
export const audienceSchema = z.enum(['all', 'interviewers', 'author'])
export type Audience = z.infer<typeof audienceSchema>

export interface Reader {
  readonly participantId: string
  readonly role: Role
}

/** Whether `reader` is in the audience of something made by participant `by`. */
export function inAudience(reader: Reader, audience: Audience, by: string): boolean {
  switch (audience) {
    case 'all':
      return true
    case 'interviewers':
      return reader.role === 'interviewer'
    case 'author':
      return reader.participantId === by
  }
}
