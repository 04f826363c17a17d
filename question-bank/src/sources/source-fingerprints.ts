import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readFingerprints, writeFingerprints, type Fingerprints } from '../lint/fingerprints.ts'

const FILE = fileURLToPath(new URL('../../sources/fingerprints.txt', import.meta.url))

/** Fingerprints of the documents the bank's facts were taken from. */
export async function sourceFingerprints(): Promise<Fingerprints> {
  return readFingerprints(await readFile(FILE, 'utf8'))
}

export async function saveSourceFingerprints(fingerprints: Fingerprints): Promise<void> {
  await writeFile(FILE, writeFingerprints(fingerprints))
}
