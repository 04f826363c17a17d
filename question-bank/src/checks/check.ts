import type { Question } from '@drawbar/shared/question/question.ts'
import type { FieldPath } from '../finding.ts'

/** Something a check has found: where in the question, and what is wrong in words. */
export type Problem = {
  readonly path: FieldPath
  readonly reason: string
  /** What a machine may do about it: inside the field's text, every `find` becomes `put`. */
  readonly mend?: Mend
}
export type Mend = { readonly find: string; readonly put: string }

type Described = {
  readonly name: string
  readonly description: string
  /** What the writer does about it. */
  readonly advice: string
}

/** A rule about one question that its schema cannot say. `slug` is the name of the question's folder. */
export type QuestionCheck = Described & { run(question: Question, slug: string): readonly Problem[] }

/** A rule about the questions together; `at` is the position of the question the problem lies in. */
export type BankCheck = Described & {
  run(questions: readonly Question[]): readonly (Problem & { readonly at: number })[]
}
