import type { Question } from '@drawbar/shared/question/question.ts'

/**
 * Finds questions by their terms: one of a question's terms has every word of the text, the last one perhaps only
 * begun. Answers ids in the order of `questions`.
 */
export function termIndex(questions: readonly Question[]): (text: string) => readonly string[] {
  const rows = questions.map(({ id, terms }) => ({ id, terms: terms.map(({ term }) => wordsOf(term)) }))
  return (text) => {
    const asked = wordsOf(text)
    const begun = asked.pop()
    if (begun === undefined) return []
    return rows
      .filter(({ terms }) =>
        terms.some(
          (words) =>
            asked.every((word) => words.includes(word)) && words.some((word) => word.startsWith(begun)),
        ),
      )
      .map(({ id }) => id)
  }
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
