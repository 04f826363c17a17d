import { Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { spoiltQuestions } from '../catalogue/spoilt-questions.ts'
import { PageHead } from '../page/page-head.tsx'
import { publicApi } from '../session/api.ts'
import { rememberedRooms } from '../session/remembered-rooms.ts'
import { LazyGuidePage, LazyQuestionPage, LazyQuestionsPage } from './lazy-pages.ts'
import { Opening } from './opening.tsx'
import { idFromPath, path, PLACES } from './path.ts'

const api = publicApi()

/** The catalogue. */
export function QuestionsRoute() {
  const [, navigate] = useLocation()
  const [memory] = useState(() => ({
    rooms: rememberedRooms(localStorage),
    spoilt: spoiltQuestions(localStorage),
  }))
  return (
    <>
      <PageHead places={PLACES} />
      <Suspense fallback={<Opening text="Opening the questions…" />}>
        <LazyQuestionsPage
          api={api}
          memory={memory}
          askHref={path.ask}
          readHref={path.question}
          onSurprise={({ id }) => navigate(path.ask(id))}
        />
      </Suspense>
    </>
  )
}

/** One question: behind a warning, all of it. */
export function QuestionRoute({ questionId }: { readonly questionId: string }) {
  return (
    <>
      <PageHead places={PLACES} />
      <Suspense fallback={<Opening text="Opening the question…" />}>
        <LazyQuestionPage api={api} questionId={idFromPath(questionId)} />
      </Suspense>
    </>
  )
}

export function GuideRoute() {
  return (
    <>
      <PageHead places={PLACES} />
      <Suspense fallback={<Opening text="Opening the guide…" />}>
        <LazyGuidePage api={api} />
      </Suspense>
    </>
  )
}
