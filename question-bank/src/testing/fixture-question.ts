import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Question } from '@drawbar/shared/question/question.ts'
import { loadQuestion } from '../load-question.ts'

/** A content folder with one small, good question. */
export const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url))
export const FIXTURE_SLUG = 'lost-parcels'

/** The good question, loaded. */
export async function fixtureQuestion(): Promise<Question> {
  const loaded = await loadQuestion(FIXTURES, FIXTURE_SLUG)
  if (!loaded.ok) throw new Error(`the fixture is not good: ${JSON.stringify(loaded.findings)}`)
  return loaded.question
}

/** A content folder of its own that goes away when disposed, to be broken at will. */
export async function contentCopy() {
  const folder = await mkdtemp(join(tmpdir(), 'drawbar-bank-'))
  await cp(FIXTURES, folder, { recursive: true })
  const pathOf = (file: string): string => join(folder, file)
  return {
    folder,
    pathOf,
    /** Replaces the first `from` in a file; throws where there is none, so that a test breaks what it means to. */
    async edit(file: string, from: string, to: string): Promise<void> {
      const text = await readFile(pathOf(file), 'utf8')
      if (!text.includes(from)) throw new Error(`'${from}' is not in ${file}`)
      await writeFile(pathOf(file), text.replace(from, to))
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await rm(folder, { recursive: true })
    },
  }
}
