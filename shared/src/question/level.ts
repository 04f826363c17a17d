import { z } from 'zod'

/** The level an interview is held for, lowest first. */
export const LEVELS = ['mid', 'senior', 'staff'] as const
export const levelSchema = z.enum(LEVELS)
export type Level = z.infer<typeof levelSchema>

export const LEVEL_NAMES: Record<Level, string> = { mid: 'Mid', senior: 'Senior', staff: 'Staff' }

/** The interview lengths on offer, in minutes, without the debrief. */
export const LENGTHS = [35, 45, 60] as const
export const lengthSchema = z.union([z.literal(35), z.literal(45), z.literal(60)])
export type Length = z.infer<typeof lengthSchema>
