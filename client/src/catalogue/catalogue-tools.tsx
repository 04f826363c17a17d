import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { LENGTHS, LEVEL_NAMES, LEVELS } from '@drawbar/shared/question/level.ts'
import { Dices } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import styles from './catalogue-tools.module.css'
import { topicName, topicsOf, type Filter } from './filter-questions.ts'
import { SearchBox } from './search-box.tsx'
import type { SurpriseChoice } from './surprise-choice.ts'

export interface CatalogueToolsProps {
  readonly questions: readonly CatalogueEntry[]
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly surprise: SurpriseChoice
  readonly onSurprise: (question: CatalogueEntry) => void
  /** The down arrow in the search box: into the results. */
  readonly onDown: () => void
}

const KIND_NAMES: Record<CatalogueEntry['kind'], string> = { design: 'Designs', experience: 'Experiences' }

/** Search, filters and chance. */
export function CatalogueTools(props: CatalogueToolsProps) {
  const { questions, filter, onFilter, surprise, onSurprise, onDown } = props
  const topics = useMemo(() => topicsOf(questions), [questions])
  return (
    <search className={styles.tools}>
      <SearchBox value={filter.text} onChange={(text) => onFilter({ ...filter, text })} onDown={onDown} />
      <Select
        label="Topic"
        value={filter.topic ?? ''}
        options={[
          { value: '', name: 'Any topic' },
          ...topics.map(({ topic, count }) => ({ value: topic, name: `${topicName(topic)} (${count})` })),
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
      <Select
        label="Kind"
        value={filter.kind ?? ''}
        options={[
          { value: '', name: 'Any kind' },
          { value: 'design', name: KIND_NAMES.design },
          { value: 'experience', name: KIND_NAMES.experience },
        ]}
        onChange={(kind) => onFilter({ ...filter, kind: kind === '' ? null : kind })}
      />
      <Button
        className={styles.surprise}
        blocked={surprise.ok ? null : surprise.why}
        onClick={() => {
          if (surprise.ok) onSurprise(surprise.pick(Math.random))
        }}
      >
        <Dices size={16} aria-hidden />
        Surprise me
      </Button>
      <label className={styles.unasked}>
        <input
          type="checkbox"
          checked={filter.unasked}
          onChange={(event) => onFilter({ ...filter, unasked: event.target.checked })}
        />
        Not asked in my rooms yet
      </label>
    </search>
  )
}
