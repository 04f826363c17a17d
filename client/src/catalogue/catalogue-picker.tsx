import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { useRef } from 'react'
import type { PublicApi } from '../session/api.ts'
import { questionsOf, type Catalogue } from './catalogue.ts'
import styles from './catalogue-picker.module.css'
import { CatalogueStates, countText } from './catalogue-states.tsx'
import { CatalogueTools } from './catalogue-tools.tsx'
import type { Filter } from './filter-questions.ts'
import { MoreButton } from './more-button.tsx'
import { QuestionCard } from './question-card.tsx'
import { sortQuestions } from './sort-questions.ts'
import { surpriseChoice } from './surprise-choice.ts'
import { useFound, type Memory } from './use-found.ts'
import { usePortion } from './use-portion.ts'

export interface CataloguePickerProps {
  readonly api: Pick<PublicApi, 'questionsByTerm'>
  readonly catalogue: Catalogue
  readonly memory: Memory
  readonly filter: Filter
  readonly chosen: CatalogueEntry | null
  readonly onFilter: (filter: Filter) => void
  readonly onChoose: (question: CatalogueEntry) => void
  readonly onRetry: () => void
}

/** Search, filters and the questions that fit. The arrow keys go from the search box into the list and through it. */
export function CataloguePicker(props: CataloguePickerProps) {
  const { api, catalogue, memory, filter, chosen, onFilter, onChoose, onRetry } = props
  const list = useRef<HTMLDivElement>(null)
  const questions = questionsOf(catalogue)
  const found = useFound(api, questions, filter, memory)
  const sorted = sortQuestions(found.questions, 'title')
  const { shown, rest, more } = usePortion(sorted, JSON.stringify(filter))
  // What chance chose may lie beyond the part on screen.
  const far = chosen && found.questions.includes(chosen) && !shown.includes(chosen) ? [chosen] : []

  return (
    <>
      <CatalogueTools
        questions={questions}
        filter={filter}
        onFilter={onFilter}
        surprise={surpriseChoice(found.questions, memory.spoilt, chosen?.id ?? null)}
        onSurprise={(question) => {
          onChoose(question)
          requestAnimationFrame(() => checkedCard(list.current)?.scrollIntoView({ block: 'nearest' }))
        }}
        onDown={() => firstRadio(list.current)?.focus()}
      />
      <output className={styles.count}>{countText(catalogue, found.questions.length)}</output>
      <CatalogueStates
        catalogue={catalogue}
        found={found.questions.length}
        onFilter={onFilter}
        onRetry={onRetry}
      >
        <div className={styles.list} role="radiogroup" aria-label="Question to ask" ref={list}>
          {[...far, ...shown].map((question) => (
            <QuestionCard
              key={question.id}
              question={question}
              chosen={question.id === chosen?.id}
              asked={found.wasAsked(question)}
              read={question.id in memory.spoilt}
              onChoose={() => onChoose(question)}
            />
          ))}
        </div>
        <MoreButton rest={rest} more={more} />
      </CatalogueStates>
    </>
  )
}

function firstRadio(list: HTMLElement | null): HTMLInputElement | null {
  return checkedRadio(list) ?? list?.querySelector<HTMLInputElement>('input[type=radio]') ?? null
}

function checkedRadio(list: HTMLElement | null): HTMLInputElement | null {
  return list?.querySelector<HTMLInputElement>('input:checked') ?? null
}

function checkedCard(list: HTMLElement | null): HTMLElement | null {
  return checkedRadio(list)?.closest('label') ?? null
}
