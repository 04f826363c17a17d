import { join } from 'node:path'
import { BANK_CHECKS } from '../checks/all-checks.ts'
import type { Finding } from '../finding.ts'
import { checkDraft, checkTogether, findingAt } from '../load-question.ts'
import { readFolder } from '../read-folder.ts'
import type { Draft } from '../read-question.ts'
import { textIfThere } from '../text-if-there.ts'
import { BANK_LINT_CHECKS, lintChecks, type LintResources } from './all-lint-checks.ts'
import { applyExceptions, EXCEPTIONS_FILE, readExceptions } from './exceptions.ts'

/**
 * Everything that is wrong in a content folder: what keeps the server from starting, and what makes it a lesser
 * question. With `slugs`, only of those questions, and without judging the exceptions.
 */
export async function lintFolder(
  folder: string,
  resources: LintResources,
  slugs: readonly string[] = [],
): Promise<{ readonly findings: Finding[]; readonly questions: number }> {
  const { drafts, findings } = await readFolder(folder, slugs)
  const checks = lintChecks(resources)
  const found = [
    ...findings,
    ...drafts.flatMap(checkDraft),
    ...checkTogether(drafts, [...BANK_CHECKS, ...BANK_LINT_CHECKS]),
    ...(await Promise.all(drafts.map((draft) => lintDraft(draft, checks)))).flat(),
  ]
  const read = readExceptions(await textIfThere(join(folder, EXCEPTIONS_FILE)))
  if (!read.ok) return { findings: [...found, ...read.findings], questions: drafts.length }
  const asked = read.exceptions.filter(
    ({ file }) => slugs.length === 0 || slugs.some((slug) => file.startsWith(`${slug}/`)),
  )
  return { findings: applyExceptions(found, asked), questions: drafts.length }
}

async function lintDraft(draft: Draft, checks: ReturnType<typeof lintChecks>): Promise<Finding[]> {
  const found = await Promise.all(
    checks.map(async (check) =>
      (await check.run(draft.question, draft.slug)).map((problem) => findingAt(draft, check, problem)),
    ),
  )
  return found.flat()
}
