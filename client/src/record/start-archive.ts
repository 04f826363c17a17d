import type { SessionRecord } from '@drawbar/shared/record/record.ts'
import type { ParticipantApi } from '../session/api.ts'
import { makeArchive } from './archive.ts'
import { boardFiles } from './board-files.ts'
import { saveFile } from './save-file.ts'

/** How far the archive is: `finished` counts `ARCHIVE_STEPS`. */
export type Making =
  | { readonly state: 'making'; readonly finished: number }
  | { readonly state: 'done'; readonly fileName: string }
  | { readonly state: 'failed'; readonly finished: number; readonly why: string }

/** Makes the archive of the newest record, hands it to the browser and reports how it goes. Returns the way to give up. */
export function startArchive(options: {
  readonly api: ParticipantApi
  readonly record: SessionRecord
  readonly onChange: (making: Making) => void
}): () => void {
  const giveUp = new AbortController()
  void make(options, giveUp.signal)
  return () => giveUp.abort()
}

async function make(options: Parameters<typeof startArchive>[0], signal: AbortSignal): Promise<void> {
  const { api, record, onChange } = options
  let finished = 0
  try {
    const archive = await makeArchive({
      record: () => newestRecord(api, record),
      board: (newest) => boardFiles(api, newest),
      onProgress: (progress) => {
        finished = progress.finished
        onChange({ state: 'making', finished })
      },
      signal,
    })
    saveFile(archive)
    onChange({ state: 'done', fileName: archive.fileName })
  } catch (error) {
    if (signal.aborted) return
    onChange({ state: 'failed', finished, why: error instanceof Error ? error.message : String(error) })
  }
}

/** What was shared may have changed since the page was opened. */
async function newestRecord(api: ParticipantApi, { roundId, copy }: SessionRecord): Promise<SessionRecord> {
  const outcome = await api.record(roundId, copy)
  if (!outcome.ok) throw new Error(outcome.failure.message)
  return outcome.value
}
