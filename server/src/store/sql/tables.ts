import type { Audience } from '@drawbar/shared/log/audience.ts'
import type { Role } from '@drawbar/shared/people/role.ts'
import type { Length, Level } from '@drawbar/shared/question/level.ts'
import type { Generated } from 'kysely'

/** Every table as its columns are read. Times are epoch milliseconds; checks in the migrations make the unions true. */
export interface Tables {
  readonly rooms: RoomsTable
  readonly rounds: RoundsTable
  readonly heads: HeadsTable
  readonly entries: EntriesTable
  readonly snapshots: SnapshotsTable
  readonly links: LinksTable
  readonly participants: ParticipantsTable
  readonly assets: AssetsTable
  readonly probes: ProbesTable
}

interface RoomsTable {
  readonly id: string
  readonly host_name: string
  readonly created_at: number
}

export interface RoundsTable {
  /** In the order the rows were made, for times that are equal. */
  readonly ordinal: Generated<number>
  readonly id: string
  readonly room_id: string
  /** JSON text. */
  readonly question: string
  readonly level: Level
  readonly minutes: Length
  readonly created_at: number
  readonly epoch: number
}

/** The end of each round's log. Apart from `rounds`, so that an append rewrites a few bytes and not the question. */
interface HeadsTable {
  readonly round_id: string
  readonly seq: number
  readonly event_seq: number
}

export interface EntriesTable {
  readonly round_id: string
  readonly seq: number
  readonly at: number
  readonly by: string
  readonly audience: Audience
  /** Set on the board's entries alone. */
  readonly board_update: Uint8Array | null
  /** Set on events alone, as the next two are: JSON text. */
  readonly event: string | null
  readonly command_id: string | null
  /** Counts the events of one command from 0. */
  readonly command_part: number | null
  /** CRC-32 of the payload: the bytes, or the text in UTF-8. */
  readonly crc: number
}

interface SnapshotsTable {
  readonly round_id: string
  readonly seq: number
  readonly state: Uint8Array
  readonly sha256: string
}

export interface LinksTable {
  readonly ordinal: Generated<number>
  readonly id: string
  readonly room_id: string
  readonly role: Role
  readonly digest: string
  readonly created_at: number
  readonly revoked_at: number | null
}

export interface ParticipantsTable {
  readonly ordinal: Generated<number>
  readonly id: string
  readonly room_id: string
  readonly link_id: string
  readonly role: Role
  readonly name: string
  readonly color: string
  readonly token_digest: string
  readonly joined_at: number
}

export interface AssetsTable {
  readonly round_id: string
  readonly name: string
  readonly mime_type: string
  readonly bytes: Uint8Array
  /** Of `bytes`. Adding up asks for their length instead: SQLite finds a column behind them by reading through them. */
  readonly size: number
  readonly uploaded_by: string
  readonly at: number
}

interface ProbesTable {
  readonly id: number
  readonly at: number
}
