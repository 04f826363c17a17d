import type { Verdict } from '../run/verdict.ts'
import { staticChunks, type Manifest } from './manifest.ts'

export interface BudgetOptions {
  manifest: Manifest
  /** The code of a built file. */
  read(file: string): string
  /** The size it travels with, in bytes. */
  sizeOf(code: string): number
  /** Bytes, of all code that the home page needs. */
  budget: number
}

/** Pages that open with the home page, should they be loaded on their own. */
const HOME = /(^|\/)src\/home\//

/** The call by which each of tldraw's packages says its name and version; minifying keeps its arguments. */
const TLDRAW = /["'`](?:@tldraw\/[a-z-]+|tldraw)["'`]\s*,\s*["'`]\d+\.\d+\.\d+/

/** Whether the home page is light: its code is within the budget, and none of it is the canvas. */
export function checkBudget({ manifest, read, sizeOf, budget }: BudgetOptions): Verdict {
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true)
  if (entries.length === 0) return { ok: false, lines: ['the manifest has no entry'] }

  const home = Object.keys(manifest).filter((key) => HOME.test(key))
  const chunks = staticChunks(manifest, [...entries, ...home])
    .map((key) => manifest[key]?.file ?? key)
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, code: read(file) }))
    .map(({ file, code }) => ({ file, bytes: sizeOf(code), hasTldraw: TLDRAW.test(code) }))

  const total = chunks.reduce((sum, { bytes }) => sum + bytes, 0)
  const problems = chunks
    .filter(({ hasTldraw }) => hasTldraw)
    .map(({ file }) => `${file} holds tldraw, and the home page loads it`)
  if (total > budget) problems.push(`the home page's code is ${kB(total - budget)} over its budget`)

  const sizes = chunks
    .toSorted((a, b) => b.bytes - a.bytes)
    .map(({ file, bytes }) => `  ${file} ${kB(bytes)}`)
  return {
    ok: problems.length === 0,
    lines: [...problems, ...sizes, `home page ${kB(total)} of ${kB(budget)} gzip, ${chunks.length} chunks`],
  }
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
