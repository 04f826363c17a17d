import { readdir } from 'node:fs/promises'
import type { Question } from '@drawbar/shared/question/question.ts'
import { BANK_CHECKS } from './checks/all-checks.ts'
import type { Finding } from './finding.ts'
import { checkDraft, findingAt } from './load-question.ts'
import { readQuestion, type Draft } from './read-question.ts'

/**
 * Reads and checks every question of a content folder (one folder each; a `README.md` may stand beside them). Either
 * all of them are good, in the order of their ids, or everything that is wrong comes back at once.
 */
export async function loadBank(
  folder: string,
): Promise<{ ok: true; questions: Question[] } | { ok: false; findings: Finding[] }> {
  const slugs: string[] = []
  const findings: Finding[] = []
  const entries = await list(folder)
  if (!entries) return { ok: false, findings: [{ file: '.', field: '', reason: `no folder at ${folder}` }] }
  for (const entry of entries) {
    if (entry.isDirectory()) slugs.push(entry.name)
    else if (entry.name !== 'README.md') {
      findings.push({ file: entry.name, field: '', reason: 'only folders of questions belong here' })
    }
  }
  if (slugs.length === 0) findings.push({ file: '.', field: '', reason: 'holds no question' })

  const drafts: Draft[] = []
  for (const slug of slugs.toSorted()) {
    const read = await readQuestion(folder, slug)
    if (read.ok) drafts.push(read.draft)
    else findings.push(...read.findings)
  }
  findings.push(...drafts.flatMap(checkDraft), ...checkTogether(drafts))
  if (findings.length > 0) return { ok: false, findings }
  return { ok: true, questions: drafts.map((draft) => draft.question) }
}

function checkTogether(drafts: readonly Draft[]): Finding[] {
  const questions = drafts.map((draft) => draft.question)
  return BANK_CHECKS.flatMap((check) => check.run(questions)).flatMap((problem) => {
    const draft = drafts[problem.at]
    return draft ? [findingAt(draft, problem)] : []
  })
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
