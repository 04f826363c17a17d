import { crc32 } from 'node:zlib'
import { interviewEventSchema, type InterviewEvent } from '@drawbar/shared/interview/event.ts'
import type { BoardEntry, Entry, EventEntry } from '@drawbar/shared/log/entry.ts'
import type { Insertable, Selectable } from 'kysely'
import { StoreDamaged } from '../store-damaged.ts'
import { jsonText } from './json-text.ts'
import { plainBytes } from './plain-bytes.ts'
import type { PlacedEntry } from './plan-appends.ts'
import type { EntriesTable } from './tables.ts'

const storedEventSchema = jsonText.pipe(interviewEventSchema)

export type EntryRow = Selectable<EntriesTable>

export function toEntryRow({ roundId, seq, part, entry }: PlacedEntry): Insertable<EntriesTable> {
  const stamp = { round_id: roundId, seq, at: entry.at, by: entry.by, audience: entry.audience }
  if (entry.kind === 'board') {
    const { update } = entry
    return {
      ...stamp,
      board_update: update,
      event: null,
      command_id: null,
      command_part: null,
      crc: crc32(update),
    }
  }
  const event = JSON.stringify(entry.event)
  return {
    ...stamp,
    board_update: null,
    event,
    command_id: entry.commandId,
    command_part: part,
    crc: crc32(event),
  }
}

export function toEntry(row: EntryRow): Entry {
  return row.board_update === null ? toEventEntry(row) : toBoardEntry(row, row.board_update)
}

export function toEventEntry(row: EntryRow): EventEntry {
  const { event, command_id: commandId } = row
  if (event === null || commandId === null) throw damaged(row, 'is not an event')
  if (crc32(event) !== row.crc) throw damaged(row, 'does not match its checksum')
  return { kind: 'event', ...stampOf(row), commandId, event: parseEvent(row, event) }
}

function toBoardEntry(row: EntryRow, stored: Uint8Array): BoardEntry {
  const update = plainBytes(stored)
  if (crc32(update) !== row.crc) throw damaged(row, 'does not match its checksum')
  return { kind: 'board', ...stampOf(row), update }
}

function stampOf({ seq, at, by, audience }: EntryRow): Pick<Entry, 'seq' | 'at' | 'by' | 'audience'> {
  return { seq, at, by, audience }
}

function parseEvent(row: EntryRow, json: string): InterviewEvent {
  const parsed = storedEventSchema.safeParse(json)
  if (parsed.success) return parsed.data
  // The issues' paths say enough; their values could be someone's private note.
  const where = parsed.error.issues.map(({ path }) => path.join('.')).join(', ')
  throw damaged(row, `is no event this version knows (at '${where}')`)
}

function damaged(row: EntryRow, finding: string): StoreDamaged {
  return new StoreDamaged({
    path: `Entry ${row.seq} of round ${row.round_id}`,
    finding,
    advice: 'Nothing was changed; restore the store from a backup, or export the round up to this entry.',
  })
}
