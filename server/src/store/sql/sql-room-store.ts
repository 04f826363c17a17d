import type { Kysely } from 'kysely'
import type { RoomStore, StoredLink, StoredParticipant, StoredRoom, StoredRound } from '../room-store.ts'
import {
  toLink,
  toLinkRow,
  toParticipant,
  toParticipantRow,
  toRoom,
  toRoomRow,
  toRound,
  toRoundRow,
} from './room-rows.ts'
import type { Tables } from './tables.ts'

export function sqlRoomStore(db: Kysely<Tables>): RoomStore {
  async function createRoom(made: {
    readonly room: StoredRoom
    readonly round: StoredRound
    readonly links: readonly StoredLink[]
  }): Promise<void> {
    await db.transaction().execute(async (tx) => {
      await tx.insertInto('rooms').values(toRoomRow(made.room)).execute()
      await tx.insertInto('rounds').values(toRoundRow(made.round)).execute()
      await tx.insertInto('heads').values({ round_id: made.round.id, seq: 0, event_seq: 0 }).execute()
      if (made.links.length > 0) {
        await tx.insertInto('links').values(made.links.map(toLinkRow)).execute()
      }
    })
  }

  async function room(roomId: string): Promise<StoredRoom | undefined> {
    const row = await db.selectFrom('rooms').selectAll().where('id', '=', roomId).executeTakeFirst()
    return row && toRoom(row)
  }

  async function round(roundId: string): Promise<StoredRound | undefined> {
    const row = await db.selectFrom('rounds').selectAll().where('id', '=', roundId).executeTakeFirst()
    return row && toRound(row)
  }

  async function roundsOf(roomId: string): Promise<StoredRound[]> {
    const rows = await db
      .selectFrom('rounds')
      .selectAll()
      .where('room_id', '=', roomId)
      .orderBy('created_at')
      .orderBy('ordinal')
      .execute()
    return rows.map(toRound)
  }

  async function linkByDigest(digest: string): Promise<StoredLink | undefined> {
    const row = await db.selectFrom('links').selectAll().where('digest', '=', digest).executeTakeFirst()
    return row && toLink(row)
  }

  async function linksOf(roomId: string): Promise<StoredLink[]> {
    const rows = await db
      .selectFrom('links')
      .selectAll()
      .where('room_id', '=', roomId)
      .orderBy('created_at')
      .orderBy('ordinal')
      .execute()
    return rows.map(toLink)
  }

  async function addLink(link: StoredLink): Promise<void> {
    await db.insertInto('links').values(toLinkRow(link)).execute()
  }

  async function revokeLink(revoked: {
    readonly roomId: string
    readonly linkId: string
    readonly at: number
  }): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('links')
      .set({ revoked_at: revoked.at })
      .where('id', '=', revoked.linkId)
      .where('room_id', '=', revoked.roomId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }

  async function addParticipant(participant: StoredParticipant): Promise<void> {
    await db.insertInto('participants').values(toParticipantRow(participant)).execute()
  }

  async function participantByToken(tokenDigest: string): Promise<StoredParticipant | undefined> {
    const row = await db
      .selectFrom('participants')
      .innerJoin('links', 'links.id', 'participants.link_id')
      .selectAll('participants')
      .where('participants.token_digest', '=', tokenDigest)
      .where('links.revoked_at', 'is', null)
      .executeTakeFirst()
    return row && toParticipant(row)
  }

  async function participantsOf(roomId: string): Promise<StoredParticipant[]> {
    const rows = await db
      .selectFrom('participants')
      .selectAll()
      .where('room_id', '=', roomId)
      .orderBy('joined_at')
      .orderBy('ordinal')
      .execute()
    return rows.map(toParticipant)
  }

  return {
    createRoom,
    room,
    round,
    roundsOf,
    linkByDigest,
    linksOf,
    addLink,
    revokeLink,
    addParticipant,
    participantByToken,
    participantsOf,
  }
}
