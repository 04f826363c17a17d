import type { Link } from '@drawbar/shared/wire/http.ts'
import { ROLES, roleSchema, type Role } from '@drawbar/shared/people/role.ts'
import { z } from 'zod'

const knownLinkSchema = z.object({
  /** Null for the links a room is created with: the server tells their ids apart only later. */
  linkId: z.string().nullable(),
  role: roleSchema,
  url: z.string(),
})

/** A link whose address this browser was told. The server keeps only a digest of it and cannot tell it again. */
export type KnownLink = z.infer<typeof knownLinkSchema>

/** A room's link as the share sheet shows it. `url` is null where another browser was told it. */
export interface ShownLink {
  readonly linkId: string
  readonly role: Role
  readonly createdAt: number
  readonly url: string | null
}

function keyOf(roomId: string): string {
  return `drawbar.links.${roomId}`
}

/** `storage` is the interviewer's localStorage. */
export function knownLinks(storage: Storage, roomId: string): KnownLink[] {
  const parsed = z.array(knownLinkSchema).safeParse(parseJson(storage.getItem(keyOf(roomId)) ?? '[]'))
  return parsed.success ? parsed.data : []
}

export function keepLinks(storage: Storage, roomId: string, links: readonly KnownLink[]): void {
  storage.setItem(keyOf(roomId), JSON.stringify([...knownLinks(storage, roomId), ...links]))
}

export function forgetLinks(storage: Storage, roomId: string): void {
  storage.removeItem(keyOf(roomId))
}

/**
 * The links that are still good, newest first, each with its address where it is known here. The links a room was
 * created with are the oldest of their roles.
 */
export function shownLinks(listed: readonly Link[], known: readonly KnownLink[]): Record<Role, ShownLink[]> {
  const shown: Record<Role, ShownLink[]> = { interviewer: [], candidate: [], observer: [] }
  for (const role of ROLES) {
    const ofRole = listed.filter((link) => link.role === role).toSorted((a, b) => a.createdAt - b.createdAt)
    const first = ofRole[0]?.id
    shown[role] = ofRole
      .filter((link) => link.revokedAt === null)
      .map((link) => ({
        linkId: link.id,
        role,
        createdAt: link.createdAt,
        url:
          known.find(({ linkId }) => linkId === link.id)?.url ??
          (link.id === first
            ? known.find((one) => one.linkId === null && one.role === role)?.url
            : undefined) ??
          null,
      }))
      .toReversed()
  }
  return shown
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
