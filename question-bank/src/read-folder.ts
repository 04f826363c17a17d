import { readdir } from 'node:fs/promises'
import type { Finding } from './finding.ts'
import { readQuestion, type Draft } from './read-question.ts'

/** Files that may stand beside the questions of a content folder. */
const BESIDE = ['README.md', 'exceptions.yaml', 'pack.yaml']

/** Read at once, so that the disk works while one is parsed. About a hundred files are open then. */
const AT_ONCE = 16

/** Reads every question of a content folder, or only `slugs`, in the order of their folders. Nothing is checked but shape. */
export async function readFolder(
  folder: string,
  slugs: readonly string[] = [],
): Promise<{ readonly drafts: Draft[]; readonly findings: Finding[] }> {
  const entries = await list(folder)
  if (!entries) return { drafts: [], findings: [{ file: '.', field: '', reason: `no folder at ${folder}` }] }
  const found = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const findings: Finding[] =
    slugs.length > 0
      ? slugs
          .filter((slug) => !found.includes(slug))
          .map((slug) => ({ file: slug, field: '', reason: 'there is no such question' }))
      : entries
          .filter((entry) => !entry.isDirectory() && !BESIDE.includes(entry.name))
          .map((entry) => ({ file: entry.name, field: '', reason: 'only folders of questions belong here' }))
  if (found.length === 0) findings.push({ file: '.', field: '', reason: 'holds no question' })

  const asked = (slugs.length > 0 ? found.filter((slug) => slugs.includes(slug)) : found).toSorted()
  const drafts: Draft[] = []
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    const some = asked.slice(at, at + AT_ONCE)
    for (const read of await Promise.all(some.map((slug) => readQuestion(folder, slug)))) {
      if (read.ok) drafts.push(read.draft)
      else findings.push(...read.findings)
    }
  }
  return { drafts, findings }
}

async function list(folder: string) {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => !entry.name.startsWith('.'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return undefined
    }
    throw error
  }
}
