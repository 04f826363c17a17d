import type { Question } from '@drawbar/shared/question/question.ts'
import { ReadingPage, type ReadingPageProps } from '../catalogue/reading-page.tsx'
import { QuestionSheet } from '../question/question-sheet.tsx'
import { path } from './path.ts'

/** A question to read, whole. */
export function QuestionPage(props: Pick<ReadingPageProps, 'api' | 'questionId'>) {
  return (
    <ReadingPage {...props} backHref={path.questions()} askHref={path.ask(props.questionId)} sheet={sheet} />
  )
}

function sheet(question: Question) {
  return <QuestionSheet question={question} />
}
