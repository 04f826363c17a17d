import type { Question } from '@drawbar/shared/question/question.ts'
import { QUESTION_CHECKS } from './checks/all-checks.ts'
import type { Problem } from './checks/check.ts'
import type { Finding } from './finding.ts'
import { readQuestion, type Draft } from './read-question.ts'

/** Reads and checks one question: the folder `slug` inside `contentFolder`. */
export async function loadQuestion(
  contentFolder: string,
  slug: string,
): Promise<{ ok: true; question: Question } | { ok: false; findings: Finding[] }> {
  const read = await readQuestion(contentFolder, slug)
  if (!read.ok) return read
  const findings = checkDraft(read.draft)
  return findings.length === 0 ? { ok: true, question: read.draft.question } : { ok: false, findings }
}

/** What the checks find in a question whose shape is right. */
export function checkDraft(draft: Draft): Finding[] {
  return QUESTION_CHECKS.flatMap((check) => check.run(draft.question, draft.slug)).map((problem) =>
    findingAt(draft, problem),
  )
}

/** A problem with the file and line it lies in. */
export function findingAt(draft: Draft, problem: Problem): Finding {
  return { ...draft.place(problem.path), reason: problem.reason }
}
