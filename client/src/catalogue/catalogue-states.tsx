import { SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { LoadFailed } from '../page/load-failed.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import styles from './catalogue-states.module.css'
import { NO_FILTER, type Filter } from './filter-questions.ts'
import { questionsOf, type Catalogue } from './catalogue.ts'

export interface CatalogueStatesProps {
  readonly catalogue: Catalogue
  readonly found: number
  readonly onFilter: (filter: Filter) => void
  readonly onRetry: () => void
  /** The list, once there is something in it. */
  readonly children: ReactNode
}

/** How many questions fit, and what stands in the list's place while there is none. */
export function CatalogueStates({ catalogue, found, onFilter, onRetry, children }: CatalogueStatesProps) {
  if (catalogue.state === 'failed') {
    return (
      <LoadFailed
        failure={catalogue.failure}
        missing="The questions could not be loaded."
        onRetry={onRetry}
      />
    )
  }
  if (catalogue.state === 'loading') return <Loading />
  const all = questionsOf(catalogue).length
  if (found > 0) return children
  return (
    <EmptyState
      icon={SearchX}
      title="No question fits"
      action={<Button onClick={() => onFilter(NO_FILTER)}>Show all {all}</Button>}
    >
      Try fewer words, or let the filters be any.
    </EmptyState>
  )
}

export function countText(catalogue: Catalogue, found: number): string {
  if (catalogue.state !== 'ready') return '\u00A0'
  const all = questionsOf(catalogue).length
  return found === all ? `${all} questions` : `${found} of ${all} questions`
}

function Loading() {
  return (
    <div className={styles.ghosts} aria-busy aria-label="Loading the questions">
      {['a', 'b', 'c', 'd'].map((key) => (
        <div key={key} className={styles.ghost} />
      ))}
    </div>
  )
}
