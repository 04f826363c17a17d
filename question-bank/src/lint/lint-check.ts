import type { Question } from '@drawbar/shared/question/question.ts'
import type { BankCheck, Problem, QuestionCheck } from '../checks/check.ts'

/**
 * A rule of good content. The server starts without it: what a round cannot do without is a
 * {@link QuestionCheck}, which is a rule of good content too.
 */
export type LintCheck = Omit<QuestionCheck, 'run'> & {
  run(question: Question, slug: string): readonly Problem[] | Promise<readonly Problem[]>
}

/** As {@link LintCheck}, about the questions together. */
export type BankLintCheck = BankCheck
