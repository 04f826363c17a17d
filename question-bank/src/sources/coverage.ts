import { counted } from '../counted.ts'
import type { Question } from '@drawbar/shared/question/question.ts'
import type { SourceDocument } from './documents.ts'

export type Coverage = {
  /** The page, in Markdown. */
  readonly page: string
  /** What keeps the page from being true: questions without an entry, and entries told twice. */
  readonly gaps: readonly string[]
}

/** Which entry of the bank answers which question of the source documents. */
export function coverage(options: {
  readonly documents: readonly SourceDocument[]
  readonly questions: readonly Question[]
  readonly guideIds: readonly string[]
}): Coverage {
  const { documents, questions, guideIds } = options
  const byId = new Map(questions.map((question) => [question.id, question]))
  const named = documents.flatMap((document) => document.questions.map(({ entry }) => entry))
  const pages = documents.flatMap((document) => document.parts.map(({ guide }) => guide))
  const gaps = [
    ...named.filter((id) => !byId.has(id)).map((id) => `there is no question '${id}'`),
    ...named.filter((id, at) => named.indexOf(id) !== at).map((id) => `'${id}' answers two questions`),
    ...pages.filter((id) => !guideIds.includes(id)).map((id) => `there is no page '${id}' in the guide`),
  ]
  const lines = [
    '# Coverage',
    '',
    `Made by \`pnpm bank coverage\` from [sources/documents.yaml](sources/documents.yaml); a check compares them. The bank`,
    `answers ${counted(named.length, 'question')} of ${counted(documents.length, 'document')}.`,
    ...documents.flatMap((document) => section(document, byId)),
  ]
  return { page: `${lines.join('\n')}\n`, gaps }
}

function section(document: SourceDocument, byId: ReadonlyMap<string, Question>): string[] {
  return [
    '',
    `## ${document.name}`,
    '',
    `${document.about}.`,
    '',
    ...document.questions.map(({ asks, entry }, at) => {
      const question = byId.get(entry)
      const target = question
        ? `[${question.title}](content/${entry}/question.yaml), ${question.kind}, ${question.followUps.length} follow-ups`
        : '**missing**'
      return `${at + 1}. ${asks}: ${target}`
    }),
    ...(document.parts.length === 0 ? [] : ['']),
    ...document.parts.map(({ asks, guide }) => `- ${asks}: [guide](guide/${guide}.md)`),
  ]
}
