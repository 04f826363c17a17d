import { z } from 'zod'

const localCopySchema = z.object({
  /** Name of the database. */
  name: z.string(),
  roundId: z.string(),
  /** Whose edits it holds. */
  participantId: z.string(),
  epoch: z.number().int(),
  schemaHash: z.string(),
  /** When it was last opened, epoch milliseconds. */
  at: z.number(),
})

/** A board that this browser keeps, so that edits made offline outlive the tab. */
export type LocalCopy = z.infer<typeof localCopySchema>

const KEY = 'drawbar.board-copies'
const KEEP_MS = 7 * 24 * 60 * 60 * 1000

/**
 * One database per person, rebuild and schema: two people of one browser must not send each other's edits, and a board
 * must never be mixed with what it was before a rebuild or an update.
 */
export function copyName({
  roundId,
  participantId,
  epoch,
  schemaHash,
}: Omit<LocalCopy, 'name' | 'at'>): string {
  return `board:${roundId}:${participantId}:${epoch}:${schemaHash}`
}

export function listCopies(storage: Storage): LocalCopy[] {
  const parsed = z.array(z.unknown()).safeParse(parseJson(storage.getItem(KEY) ?? '[]'))
  if (!parsed.success) return []
  return parsed.data.flatMap((row) => {
    const copy = localCopySchema.safeParse(row)
    return copy.success ? [copy.data] : []
  })
}

/** Someone's newest copy of a round that this version of the page can read. */
export function findCopy(
  storage: Storage,
  wanted: Pick<LocalCopy, 'roundId' | 'participantId' | 'schemaHash'>,
): LocalCopy | undefined {
  return listCopies(storage)
    .filter(
      (copy) =>
        copy.roundId === wanted.roundId &&
        copy.participantId === wanted.participantId &&
        copy.schemaHash === wanted.schemaHash,
    )
    .toSorted((a, b) => b.epoch - a.epoch)[0]
}

export function noteCopy(storage: Storage, copy: LocalCopy): void {
  save(storage, [copy, ...listCopies(storage).filter(({ name }) => name !== copy.name)])
}

export function forgetCopy(storage: Storage, name: string): void {
  save(
    storage,
    listCopies(storage).filter((copy) => copy.name !== name),
  )
}

/** Copies nobody has opened for a week; the server has had everything they hold, or the round is over. */
export function oldCopies(storage: Storage, now: number): LocalCopy[] {
  return listCopies(storage).filter(({ at }) => now - at > KEEP_MS)
}

function save(storage: Storage, copies: readonly LocalCopy[]): void {
  storage.setItem(KEY, JSON.stringify(copies))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
