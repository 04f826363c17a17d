import type { Question } from '@drawbar/shared/question/question.ts'
import { QUESTION_CHECKS } from './checks/all-checks.ts'
import type { BankCheck, Problem } from './checks/check.ts'
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
  return QUESTION_CHECKS.flatMap((check) =>
    check.run(draft.question, draft.slug).map((problem) => findingAt(draft, check, problem)),
  )
}

/** What `checks` find in questions that stand beside each other. */
export function checkTogether(drafts: readonly Draft[], checks: readonly BankCheck[]): Finding[] {
  const questions = drafts.map((draft) => draft.question)
  return checks.flatMap((check) =>
    check.run(questions).flatMap((problem) => {
      const draft = drafts[problem.at]
      return draft ? [findingAt(draft, check, problem)] : []
    }),
  )
}

/** A problem with the file and line it lies in, the check that found it and what to do about it. */
export function findingAt(
  draft: Draft,
  { name, advice }: { readonly name: string; readonly advice: string },
  { path, reason, mend }: Problem,
): Finding {
  const range = mend && draft.rangeOf(path)
  return {
    ...draft.place(path),
    reason,
    check: name,
    advice,
    ...(mend && range ? { mend: { ...mend, ...range } } : {}),
  }
}
