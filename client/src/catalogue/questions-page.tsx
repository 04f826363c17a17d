import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { useLoaded } from '../page/use-loaded.ts'
import type { PublicApi } from '../session/api.ts'
import { Select } from '../ui/select.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { questionsOf } from './catalogue.ts'
import { CatalogueStates, countText } from './catalogue-states.tsx'
import { CatalogueTools } from './catalogue-tools.tsx'
import { keptView, keepView } from './kept-view.ts'
import { MoreButton } from './more-button.tsx'
import { QuestionBadges } from './question-badges.tsx'
import { QuestionFacts } from './question-facts.tsx'
import styles from './questions-page.module.css'
import { ORDERS, sortQuestions, type Order } from './sort-questions.ts'
import { surpriseChoice } from './surprise-choice.ts'
import { useFound, type Memory } from './use-found.ts'
import { usePortion } from './use-portion.ts'

export interface QuestionsPageProps {
  readonly api: Pick<PublicApi, 'catalogue' | 'questionsByTerm'>
  readonly memory: Memory
  readonly askHref: (questionId: string) => string
  readonly readHref: (questionId: string) => string
  readonly onSurprise: (question: CatalogueEntry) => void
}

/** Every question there is, to look for one to ask or to prepare for. */
export function QuestionsPage({ api, memory, askHref, readHref, onSurprise }: QuestionsPageProps) {
  usePageTitle('Questions')
  const { loaded: catalogue, retry } = useLoaded(api.catalogue)
  const [{ filter, order }, setView] = useState(keptView)
  const list = useRef<HTMLUListElement>(null)
  const questions = questionsOf(catalogue)
  const found = useFound(api, questions, filter, memory)
  const sorted = sortQuestions(found.questions, order)
  const { shown, rest, more } = usePortion(sorted, JSON.stringify([filter, order]))

  function changeView(view: { readonly filter: typeof filter; readonly order: Order }): void {
    keepView(view)
    setView(view)
  }

  return (
    <main className={styles.main}>
      <h1 className={styles.title}>Questions</h1>
      <p className={styles.lead}>
        Each one tells what it exercises and nothing of its answer. Ask one, or, if you are preparing to
        interview, read all of it.
      </p>
      <CatalogueTools
        questions={questions}
        filter={filter}
        onFilter={(next) => changeView({ filter: next, order })}
        surprise={surpriseChoice(found.questions, memory.spoilt, null)}
        onSurprise={onSurprise}
        onDown={() => list.current?.querySelector('a')?.focus()}
      />
      <div className={styles.bar}>
        <output className={styles.count}>{countText(catalogue, found.questions.length)}</output>
        <Select
          label="Order"
          value={order}
          options={ORDERS}
          onChange={(next) => changeView({ filter, order: next })}
        />
      </div>
      <CatalogueStates
        catalogue={catalogue}
        found={found.questions.length}
        onFilter={(next) => changeView({ filter: next, order })}
        onRetry={retry}
      >
        <ul className={styles.list} ref={list}>
          {shown.map((question) => (
            <li key={question.id} className={styles.tile}>
              <h2 className={styles.name}>{question.title}</h2>
              <QuestionBadges
                question={question}
                asked={found.wasAsked(question)}
                read={question.id in memory.spoilt}
              />
              <p className={styles.summary}>{question.summary}</p>
              <QuestionFacts question={question} />
              <div className={styles.actions}>
                <Link className={styles.action} href={askHref(question.id)}>
                  Ask this one<VisuallyHidden>{question.title}</VisuallyHidden>
                </Link>
                {question.readable ? (
                  <Link className={styles.quiet} href={readHref(question.id)}>
                    Read all of it<VisuallyHidden>{question.title}</VisuallyHidden>
                  </Link>
                ) : (
                  <span className={styles.closed}>Read in a room only</span>
                )}
              </div>
            </li>
          ))}
        </ul>
        <MoreButton rest={rest} more={more} />
      </CatalogueStates>
    </main>
  )
}
