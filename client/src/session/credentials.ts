import { roleSchema } from '@drawbar/shared/people/role.ts'
import { z } from 'zod'

const credentialsSchema = z.object({
  roomId: z.string(),
  roundId: z.string(),
  participantId: z.string(),
  role: roleSchema,
  token: z.string(),
})

/** Who this tab is in one room, and the proof of it. */
export type Credentials = z.infer<typeof credentialsSchema>

function keyOf(roomId: string): string {
  return `drawbar.credentials.${roomId}`
}

/** Who this tab is in `roomId`; undefined for a room it has not joined. `storage` is the tab's sessionStorage. */
export function readCredentials(storage: Storage, roomId: string): Credentials | undefined {
  const text = storage.getItem(keyOf(roomId))
  if (text === null) return undefined
  const parsed = credentialsSchema.safeParse(parseJson(text))
  return parsed.success && parsed.data.roomId === roomId ? parsed.data : undefined
}

export function writeCredentials(storage: Storage, credentials: Credentials): void {
  storage.setItem(keyOf(credentials.roomId), JSON.stringify(credentials))
}

export function forgetCredentials(storage: Storage, roomId: string): void {
  storage.removeItem(keyOf(roomId))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
