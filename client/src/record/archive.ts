import { reportHtml } from '@drawbar/shared/record/report-html.ts'
import { reportMarkdown } from '@drawbar/shared/record/report-markdown.ts'
import { questionTitle } from '@drawbar/shared/record/report-text.ts'
import type { SessionRecord } from '@drawbar/shared/record/record.ts'
import { zip, type AsyncZippable } from 'fflate'

/** The pictures and the file that only a canvas can make of a record's board. Null pictures: nothing was drawn. */
export interface BoardFiles {
  /** A tldraw file with its images inside. */
  tldr(): Promise<string>
  svg(): Promise<string | null>
  png(): Promise<Blob | null>
  /** Frees what making them needed. */
  close(): void
}

export const ARCHIVE_STEPS = [
  'Reading the record',
  'Saving the board',
  'Drawing the board as SVG',
  'Drawing the board as PNG',
  'Writing the reports',
  'Packing',
] as const

export interface ArchiveProgress {
  /** Steps finished, 0 to `ARCHIVE_STEPS.length`. */
  readonly finished: number
}

export interface Archive {
  readonly fileName: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * Makes the ZIP of a record: `record.json`, `board.tldr`, `board.svg`, `board.png`, `report.html`, `report.md`. The two
 * pictures are left out of an empty board's archive. Rejects with the signal's reason when it is aborted between steps.
 */
export async function makeArchive(options: {
  readonly record: () => Promise<SessionRecord>
  readonly board: (record: SessionRecord) => Promise<BoardFiles>
  readonly onProgress: (progress: ArchiveProgress) => void
  readonly signal: AbortSignal
}): Promise<Archive> {
  const { onProgress, signal } = options
  let finished = 0
  const step: Step = async (work) => {
    signal.throwIfAborted()
    onProgress({ finished })
    const result = await work()
    finished += 1
    return result
  }

  const record = await step(options.record)
  const board = await options.board(record)
  try {
    const bytes = await packRecord({ record, board, step })
    signal.throwIfAborted()
    onProgress({ finished })
    return { fileName: archiveName(record), bytes }
  } finally {
    board.close()
  }
}

type Step = <T>(work: () => Promise<T>) => Promise<T>

async function packRecord(options: {
  readonly record: SessionRecord
  readonly board: BoardFiles
  readonly step: Step
}): Promise<Uint8Array<ArrayBuffer>> {
  const { record, board, step } = options
  const tldr = await step(() => board.tldr())
  const svg = await step(() => board.svg())
  const png = await step(() => board.png())
  const reports = await step(async () => ({ html: reportHtml(record, svg), md: reportMarkdown(record) }))
  return step(async () =>
    packed({
      'record.json': text(JSON.stringify(record, null, 2)),
      'board.tldr': text(tldr),
      ...(svg === null ? {} : { 'board.svg': text(svg) }),
      // A PNG is compressed already.
      ...(png === null
        ? {}
        : { 'board.png': [new Uint8Array(await png.arrayBuffer()), { level: 0 as const }] }),
      'report.html': text(reports.html),
      'report.md': text(reports.md),
    }),
  )
}

/** `drawbar-2026-11-22-a-queue-for-a-small-shop-candidate.zip` */
export function archiveName(record: SessionRecord): string {
  const day = new Date(record.startedAt ?? record.createdAt).toISOString().slice(0, 10)
  const title = questionTitle(record)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return `drawbar-${day}-${title}-${record.copy}.zip`
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}

function packed(files: AsyncZippable): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    zip(files, (error, bytes) => {
      if (error) reject(error)
      else resolve(new Uint8Array(bytes))
    })
  })
}
