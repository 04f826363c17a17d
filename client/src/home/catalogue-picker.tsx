import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { LENGTHS, LEVEL_NAMES, LEVELS } from '@drawbar/shared/question/level.ts'
import { Dices, SearchX } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { Select } from '../ui/select.tsx'
import styles from './catalogue-picker.module.css'
import { filterQuestions, NO_FILTER, surprise, topicName, topicsOf, type Filter } from './filter-questions.ts'
import { QuestionCard } from './question-card.tsx'
import { SearchBox } from './search-box.tsx'
import type { Catalogue } from './use-catalogue.ts'

export interface CataloguePickerProps {
  readonly catalogue: Catalogue
  readonly filter: Filter
  readonly chosenId: string | null
  readonly onFilter: (filter: Filter) => void
  readonly onChoose: (question: CatalogueEntry) => void
  readonly onRetry: () => void
}

/** Search, filters and the questions that fit. The arrow keys go from the search box into the list and through it. */
export function CataloguePicker(props: CataloguePickerProps) {
  const { catalogue, filter, chosenId, onFilter, onChoose, onRetry } = props
  const list = useRef<HTMLDivElement>(null)
  const questions = catalogue.state === 'ready' ? catalogue.questions : []
  const found = filterQuestions(questions, filter)

  function surpriseMe(): void {
    const question = surprise(found, chosenId, Math.random)
    if (!question) return
    onChoose(question)
    requestAnimationFrame(() => checkedCard(list.current)?.scrollIntoView({ block: 'nearest' }))
  }

  return (
    <>
      <search className={styles.tools}>
        <SearchBox
          value={filter.text}
          onChange={(text) => onFilter({ ...filter, text })}
          onDown={() => firstRadio(list.current)?.focus()}
        />
        <Select
          label="Topic"
          value={filter.topic ?? ''}
          options={[
            { value: '', name: 'Any topic' },
            ...topicsOf(questions).map(({ topic, count }) => ({
              value: topic,
              name: `${topicName(topic)} (${count})`,
            })),
          ]}
          onChange={(topic) => onFilter({ ...filter, topic: topic === '' ? null : topic })}
        />
        <Select
          label="Level"
          value={filter.level ?? ''}
          options={[
            { value: '', name: 'Any level' },
            ...LEVELS.map((level) => ({ value: level, name: LEVEL_NAMES[level] })),
          ]}
          onChange={(level) => onFilter({ ...filter, level: level === '' ? null : level })}
        />
        <Select
          label="Minutes"
          value={filter.minutes === null ? '' : `${filter.minutes}`}
          options={[
            { value: '', name: 'Any length' },
            ...LENGTHS.map((minutes) => ({ value: `${minutes}`, name: `${minutes} minutes` })),
          ]}
          onChange={(minutes) =>
            onFilter({ ...filter, minutes: LENGTHS.find((length) => `${length}` === minutes) ?? null })
          }
        />
        <Button
          className={styles.surprise}
          blocked={found.length === 0 ? 'There is no question to choose from.' : null}
          onClick={surpriseMe}
        >
          <Dices size={16} aria-hidden />
          Surprise me
        </Button>
      </search>
      <output className={styles.count}>
        {catalogue.state === 'ready' ? countText(found.length, questions.length) : ' '}
      </output>
      {catalogue.state === 'failed' ? (
        <Notice
          tone="bad"
          title={catalogue.failure.message}
          actions={
            <Button size="small" onClick={onRetry}>
              Try again
            </Button>
          }
        >
          The questions could not be loaded. {catalogue.failure.hint}
        </Notice>
      ) : catalogue.state === 'loading' ? (
        <Loading />
      ) : found.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title="No question fits"
          action={<Button onClick={() => onFilter(NO_FILTER)}>Show all {questions.length}</Button>}
        >
          Try fewer words, or let topic, level and length be any.
        </EmptyState>
      ) : (
        <div className={styles.list} role="radiogroup" aria-label="Question to ask" ref={list}>
          {found.map((question) => (
            <QuestionCard
              key={question.id}
              question={question}
              chosen={question.id === chosenId}
              onChoose={() => onChoose(question)}
            />
          ))}
        </div>
      )}
    </>
  )
}

function Loading() {
  return (
    <div className={styles.list} aria-busy aria-label="Loading the questions">
      {['a', 'b', 'c', 'd'].map((key) => (
        <div key={key} className={styles.ghost} />
      ))}
    </div>
  )
}

function countText(found: number, all: number): string {
  if (found === all) return `${all} questions`
  return `${found} of ${all} questions`
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
