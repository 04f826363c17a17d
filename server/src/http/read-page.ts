import { inAudience, type Reader } from '@drawbar/shared/log/audience.ts'
import type { EntriesPage, Entry } from '@drawbar/shared/log/entry.ts'
import type { z } from 'zod'
import type { boardEntryJsonSchema, eventEntrySchema } from '@drawbar/shared/log/entry.ts'
import type { LogStore } from '../store/log-store.ts'
import { PAGE_BYTES } from './bounds.ts'

type EntryJson = z.input<typeof eventEntrySchema> | z.input<typeof boardEntryJsonSchema>

/** Read in small steps: the size of an entry is known only once it has been read. */
const STEP = 50

/** A page of a round's log, cut to what the reader may see; `next` counts entries they may not see too. */
export async function readPage(options: {
  readonly log: LogStore
  readonly roundId: string
  readonly reader: Reader
  readonly after: number
  readonly limit: number
}): Promise<EntriesPage> {
  const { log, roundId, reader, limit } = options
  const entries: EntryJson[] = []
  let after = options.after
  let left = limit
  let bytes = 0
  while (left > 0) {
    const step = Math.min(STEP, left)
    const read = await log.read(roundId, { after, limit: step })
    for (const entry of read) {
      after = entry.seq
      if (inAudience(reader, entry.audience, entry.by)) entries.push(entryJson(entry))
      bytes += entry.kind === 'board' ? entry.update.byteLength : 0
      if (bytes >= PAGE_BYTES) return { entries, next: after }
    }
    if (read.length < step) return { entries, next: null }
    left -= step
  }
  return { entries, next: after }
}

function entryJson(entry: Entry): EntryJson {
  const { seq, at, by, audience } = entry
  if (entry.kind === 'event') {
    return { kind: 'event', seq, at, by, audience, commandId: entry.commandId, event: entry.event }
  }
  return { kind: 'board', seq, at, by, audience, update: Buffer.from(entry.update).toString('base64') }
}
