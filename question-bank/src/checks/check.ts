import type { Question } from '@drawbar/shared/question/question.ts'
import type { FieldPath } from '../finding.ts'

/** Something a check has found: where in the question, and what is wrong in words. */
export type Problem = { readonly path: FieldPath; readonly reason: string }

/** A rule about one question that its schema cannot say. `slug` is the name of the question's folder. */
export type QuestionCheck = {
  readonly name: string
  readonly description: string
  run(question: Question, slug: string): Problem[]
}

/** A rule about the questions together; `at` is the position of the question the problem lies in. */
export type BankCheck = {
  readonly name: string
  readonly description: string
  run(questions: readonly Question[]): (Problem & { readonly at: number })[]
}
