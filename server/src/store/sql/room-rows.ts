import { questionSchema, type Question } from '@drawbar/shared/question/question.ts'
import type { Insertable, Selectable } from 'kysely'
import type { StoredLink, StoredParticipant, StoredRoom, StoredRound } from '../room-store.ts'
import { StoreDamaged } from '../store-damaged.ts'
import { jsonText } from './json-text.ts'
import type { LinksTable, ParticipantsTable, RoundsTable, Tables } from './tables.ts'

const storedQuestionSchema = jsonText.pipe(questionSchema)

export function toRoomRow(room: StoredRoom): Insertable<Tables['rooms']> {
  return { id: room.id, host_name: room.hostName, created_at: room.createdAt }
}

export function toRoom(row: Selectable<Tables['rooms']>): StoredRoom {
  return { id: row.id, hostName: row.host_name, createdAt: row.created_at }
}

export function toRoundRow(round: StoredRound): Insertable<RoundsTable> {
  return {
    id: round.id,
    room_id: round.roomId,
    question: JSON.stringify(round.question),
    level: round.level,
    minutes: round.minutes,
    created_at: round.createdAt,
    epoch: round.epoch,
  }
}

export function toRound(row: Selectable<RoundsTable>): StoredRound {
  return {
    id: row.id,
    roomId: row.room_id,
    question: storedQuestion(row),
    level: row.level,
    minutes: row.minutes,
    createdAt: row.created_at,
    epoch: row.epoch,
  }
}

function storedQuestion({ id, question }: Selectable<RoundsTable>): Question {
  const parsed = storedQuestionSchema.safeParse(question)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues.map(({ path }) => path.join('.')).join(', ')
  throw new StoreDamaged({
    path: `The question of round ${id}`,
    finding: `is not one this version knows (at '${where}')`,
    advice: 'Nothing was changed; restore the store from a backup, or start the version that wrote it.',
  })
}

export function toLinkRow(link: StoredLink): Insertable<LinksTable> {
  return {
    id: link.id,
    room_id: link.roomId,
    role: link.role,
    digest: link.digest,
    created_at: link.createdAt,
    revoked_at: link.revokedAt,
  }
}

export function toLink(row: Selectable<LinksTable>): StoredLink {
  return {
    id: row.id,
    roomId: row.room_id,
    role: row.role,
    digest: row.digest,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
  }
}

export function toParticipantRow(participant: StoredParticipant): Insertable<ParticipantsTable> {
  return {
    id: participant.id,
    room_id: participant.roomId,
    link_id: participant.linkId,
    role: participant.role,
    name: participant.name,
    color: participant.color,
    token_digest: participant.tokenDigest,
    joined_at: participant.joinedAt,
  }
}

export function toParticipant(row: Selectable<ParticipantsTable>): StoredParticipant {
  return {
    id: row.id,
    roomId: row.room_id,
    linkId: row.link_id,
    role: row.role,
    name: row.name,
    color: row.color,
    tokenDigest: row.token_digest,
    joinedAt: row.joined_at,
  }
}
