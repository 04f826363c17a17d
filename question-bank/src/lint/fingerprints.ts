import { hash } from 'node:crypto'
import { runsOf, wordsOf } from './words.ts'

/** So many words in a row are nobody's chance. */
export const RUN_OF_WORDS = 12

const BYTES = 5
const LINE = 100

/**
 * Runs of words of texts that are not ours, as digests: it can be told whether a run stands in one of them, and the
 * texts cannot be had back. Five bytes of SHA-256 each: with 25 000 of them, among 150 000 runs that are looked
 * up, a wrong hit is to be expected in one bank of three hundred.
 */
export type Fingerprints = ReadonlySet<number>

export function fingerprintsOf(texts: readonly string[]): Fingerprints {
  return new Set(texts.flatMap((text) => runsOf(wordsOf(text), RUN_OF_WORDS)).map(digest))
}

/** The first run of `text` that stands in a fingerprinted text too. */
export function borrowedRun(text: string, fingerprints: Fingerprints): string | undefined {
  return runsOf(wordsOf(text), RUN_OF_WORDS).find((run) => fingerprints.has(digest(run)))
}

/** As lines of base64, sorted so that the same texts make the same file. */
export function writeFingerprints(fingerprints: Fingerprints): string {
  const sorted = [...fingerprints].toSorted((a, b) => a - b)
  const bytes = Buffer.alloc(sorted.length * BYTES)
  for (const [at, value] of sorted.entries()) bytes.writeUIntBE(value, at * BYTES, BYTES)
  const lines = bytes.toString('base64').match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []
  return `${lines.join('\n')}\n`
}

export function readFingerprints(text: string): Fingerprints {
  const bytes = Buffer.from(text, 'base64')
  const values = new Set<number>()
  for (let at = 0; at + BYTES <= bytes.length; at += BYTES) values.add(bytes.readUIntBE(at, BYTES))
  return values
}

function digest(run: string): number {
  return Number.parseInt(hash('sha256', run, 'hex').slice(0, BYTES * 2), 16)
}
