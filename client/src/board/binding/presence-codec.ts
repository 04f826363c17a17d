import { awarenessStateSchema, type Presence, type PresenceOwner } from '@drawbar/shared/wire/presence.ts'
import { InstancePresenceRecordType, type TLInstancePresence, type TLScribble } from 'tldraw'

/** As many as a board needs to show "these are mine"; a selection of everything says nothing. */
const MOST_SELECTED = 200
const MOST_SCRIBBLES = 4
/** The part of a laser's trail that still glows. */
const MOST_POINTS = 60
/** Past this, trails are left out: cursors matter more. */
const SCRIBBLE_BYTES = 2_000

/** What others may know of where I am. `offsetMs` is server clock minus this one: an idle time must mean the same everywhere. */
export function toPresence(record: TLInstancePresence, offsetMs: number): Presence {
  return {
    currentPageId: record.currentPageId,
    cursor: record.cursor && { ...record.cursor, x: round(record.cursor.x), y: round(record.cursor.y) },
    camera: record.camera && {
      x: round(record.camera.x),
      y: round(record.camera.y),
      z: Math.round(record.camera.z * 1e4) / 1e4,
    },
    screenBounds: record.screenBounds && pickBox(record.screenBounds),
    selectedShapeIds: record.selectedShapeIds.slice(0, MOST_SELECTED),
    brush: record.brush && pickBox(record.brush),
    scribbles: smallScribbles(record.scribbles),
    followingUserId: record.followingUserId,
    chatMessage: record.chatMessage.slice(0, 200),
    lastActivityTimestamp: Math.round((record.lastActivityTimestamp ?? 0) + offsetMs),
  }
}

/** A peer as tldraw draws them; null for someone who has not moved yet, or whose state cannot be drawn. */
export function fromAwareness(client: number, state: unknown, offsetMs: number): TLInstancePresence | null {
  const parsed = awarenessStateSchema.safeParse(state)
  if (!parsed.success || !parsed.data.presence) return null
  return presenceRecord(client, parsed.data.owner, parsed.data.presence, offsetMs)
}

export function presenceId(client: number): TLInstancePresence['id'] {
  return InstancePresenceRecordType.createId(String(client))
}

function presenceRecord(
  client: number,
  owner: PresenceOwner,
  presence: Presence,
  offsetMs: number,
): TLInstancePresence | null {
  try {
    return InstancePresenceRecordType.validate({
      ...presence,
      id: presenceId(client),
      typeName: 'instance_presence',
      userId: owner.participantId,
      userName: owner.name,
      color: owner.color,
      lastActivityTimestamp: presence.lastActivityTimestamp - offsetMs,
      meta: { role: owner.role },
    })
  } catch {
    return null
  }
}

function smallScribbles(scribbles: readonly TLScribble[]): Presence['scribbles'] {
  const small = scribbles
    .slice(-MOST_SCRIBBLES)
    .map(({ id, points, size, color, opacity, state, ...rest }) => ({
      id,
      points: points.slice(-MOST_POINTS).map(({ x, y, z }) => ({ x: round(x), y: round(y), z })),
      size,
      color,
      opacity,
      state,
      delay: rest.delay,
      shrink: rest.shrink,
      taper: rest.taper,
    }))
  while (JSON.stringify(small).length > SCRIBBLE_BYTES) {
    const longest = small.reduce((a, b) => (b.points.length > a.points.length ? b : a))
    if (longest.points.length < 2) return []
    longest.points.splice(0, Math.ceil(longest.points.length / 4))
  }
  return small
}

function pickBox({ x, y, w, h }: { x: number; y: number; w: number; h: number }): Presence['brush'] {
  return { x: round(x), y: round(y), w: round(w), h: round(h) }
}

/** A tenth of a pixel is finer than any screen. */
function round(value: number): number {
  return Math.round(value * 10) / 10
}
