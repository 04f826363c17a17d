import type { Question } from '@drawbar/shared/question/question.ts'
import { BANK_CHECKS } from './checks/all-checks.ts'
import type { Finding } from './finding.ts'
import { checkDraft, checkTogether } from './load-question.ts'
import { readFolder } from './read-folder.ts'

/**
 * Reads and checks every question of a content folder (one folder each; a `README.md` may stand beside them). Either
 * all of them are good, in the order of their ids, or everything that is wrong comes back at once.
 */
export async function loadBank(
  folder: string,
): Promise<{ ok: true; questions: Question[] } | { ok: false; findings: Finding[] }> {
  const { drafts, findings } = await readFolder(folder)
  const found = [...findings, ...drafts.flatMap(checkDraft), ...checkTogether(drafts, BANK_CHECKS)]
  if (found.length > 0) return { ok: false, findings: found }
  return { ok: true, questions: drafts.map((draft) => draft.question) }
}
