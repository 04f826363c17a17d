import type { Question } from '../question/question.ts'

/** The words a question's checklist and key points use, lower case: what a good design would speak of. */
export function expectationsOf({ checklist, keyPoints }: Pick<Question, 'checklist' | 'keyPoints'>) {
  const texts = [
    ...keyPoints,
    ...checklist.flatMap(({ text, mid, senior, staff }) => [text, mid, senior, staff]),
  ]
  return wordsOf(texts.join(' '))
}

/** Whether any of these words is expected. */
export function isExpected(expects: ReadonlySet<string>, words: readonly string[]): boolean {
  return words.some((word) => expects.has(word))
}

/** The words of a text, lower case, without repetition. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
}
