import type { Role } from '@drawbar/shared/people/role.ts'
import type { Length, Level } from '@drawbar/shared/question/level.ts'
import type { Question } from '@drawbar/shared/question/question.ts'

export interface StoredRoom {
  readonly id: string
  readonly hostName: string
  /** Epoch milliseconds, as every time here. */
  readonly createdAt: number
}

/** A round keeps the question as it was when the round was made: a later edit of the bank changes no record. */
export interface StoredRound {
  readonly id: string
  readonly roomId: string
  readonly question: Question
  readonly level: Level
  readonly minutes: Length
  readonly createdAt: number
  /** Counts rebuilds of the board's document; part of what a client must agree on before it syncs. */
  readonly epoch: number
}

export interface StoredLink {
  readonly id: string
  readonly roomId: string
  readonly role: Role
  /** SHA-256 of the capability, hex. The capability itself is never stored. */
  readonly digest: string
  readonly createdAt: number
  readonly revokedAt: number | null
}

export interface StoredParticipant {
  readonly id: string
  readonly roomId: string
  readonly linkId: string
  readonly role: Role
  readonly name: string
  readonly color: string
  /** SHA-256 of the bearer token, hex. */
  readonly tokenDigest: string
  readonly joinedAt: number
}

/** Rooms, their rounds, links and people. */
export interface RoomStore {
  /** All or nothing. The round's log is empty afterwards. */
  createRoom(made: {
    readonly room: StoredRoom
    readonly round: StoredRound
    readonly links: readonly StoredLink[]
  }): Promise<void>

  room(roomId: string): Promise<StoredRoom | undefined>
  round(roundId: string): Promise<StoredRound | undefined>
  /** Oldest first. */
  roundsOf(roomId: string): Promise<StoredRound[]>

  linkByDigest(digest: string): Promise<StoredLink | undefined>
  /** Oldest first, revoked ones included. */
  linksOf(roomId: string): Promise<StoredLink[]>
  addLink(link: StoredLink): Promise<void>
  /** Answers whether a link of this room was revoked by this call; revoking twice keeps the first time. */
  revokeLink(revoked: {
    readonly roomId: string
    readonly linkId: string
    readonly at: number
  }): Promise<boolean>

  addParticipant(participant: StoredParticipant): Promise<void>
  /** The holder of a token, unless the link they joined by has been revoked. */
  participantByToken(tokenDigest: string): Promise<StoredParticipant | undefined>
  /** In the order they joined. */
  participantsOf(roomId: string): Promise<StoredParticipant[]>
}
