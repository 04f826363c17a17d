import { join } from 'node:path'
import { BANK_CHECKS } from '../checks/all-checks.ts'
import type { Finding } from '../finding.ts'
import { checkDraft, checkTogether, findingAt } from '../load-question.ts'
import { packFindings } from '../load-pack.ts'
import { readFolder } from '../read-folder.ts'
import type { Draft } from '../read-question.ts'
import { textIfThere } from '../text-if-there.ts'
import { BANK_LINT_CHECKS, lintChecks, type LintResources } from './all-lint-checks.ts'
import { applyExceptions, EXCEPTIONS_FILE, readExceptions, type Exception } from './exceptions.ts'

/**
 * Everything that is wrong in a content folder: what keeps the server from starting, and what makes it a lesser
 * question. What keeps the server from starting cannot be excepted. With `slugs`, only of those questions, and without
 * judging whether the exceptions are needed.
 */
export async function lintFolder(
  folder: string,
  resources: LintResources,
  slugs: readonly string[] = [],
): Promise<{ readonly findings: Finding[]; readonly questions: number }> {
  const { drafts, findings } = await readFolder(folder, slugs)
  const checks = lintChecks(resources)
  const broken = [
    ...findings,
    ...(await packFindings(folder)),
    ...drafts.flatMap(checkDraft),
    ...checkTogether(drafts, BANK_CHECKS),
  ]
  const lesser = [
    ...checkTogether(drafts, BANK_LINT_CHECKS),
    ...(await Promise.all(drafts.map((draft) => lintDraft(draft, checks)))).flat(),
  ]
  const read = readExceptions(await textIfThere(join(folder, EXCEPTIONS_FILE)))
  if (!read.ok) return { findings: [...broken, ...lesser, ...read.findings], questions: drafts.length }
  // A question that cannot be read has no findings yet, and may need its exceptions still.
  const unread = new Set(findings.map(({ file }) => slugOf(file)))
  const judged = ({ file }: Exception): boolean => slugs.length === 0 && !unread.has(slugOf(file))
  return {
    findings: [...broken, ...applyExceptions(lesser, read.exceptions, judged)],
    questions: drafts.length,
  }
}

function slugOf(file: string): string {
  return file.split('/', 1).join()
}

async function lintDraft(draft: Draft, checks: ReturnType<typeof lintChecks>): Promise<Finding[]> {
  const found = await Promise.all(
    checks.map(async (check) =>
      (await check.run(draft.question, draft.slug)).map((problem) => findingAt(draft, check, problem)),
    ),
  )
  return found.flat()
}
