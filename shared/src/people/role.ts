import { z } from 'zod'

/** What a person is in a round. */
export const ROLES = ['interviewer', 'candidate', 'observer'] as const
export const roleSchema = z.enum(ROLES)
export type Role = z.infer<typeof roleSchema>

export const ROLE_NAMES: Record<Role, string> = {
  interviewer: 'Interviewer',
  candidate: 'Candidate',
  observer: 'Observer',
}
