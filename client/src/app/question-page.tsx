import type { WholeQuestion } from '@drawbar/shared/question/catalogue.ts'
import { ReadingPage, type ReadingPageProps } from '../catalogue/reading-page.tsx'
import { QuestionSheet } from '../question/question-sheet.tsx'
import { path } from './path.ts'

/** A question to read, whole. */
export function QuestionPage(props: Pick<ReadingPageProps, 'api' | 'questionId'>) {
  return (
    <ReadingPage {...props} backHref={path.questions()} askHref={path.ask(props.questionId)} sheet={sheet} />
  )
}

function sheet(whole: WholeQuestion) {
  return <QuestionSheet whole={whole} />
}
