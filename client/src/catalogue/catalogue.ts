import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import type { Loaded } from '../page/use-loaded.ts'

export type Catalogue = Loaded<{ readonly questions: readonly CatalogueEntry[] }>

const NONE: readonly CatalogueEntry[] = []

export function questionsOf(catalogue: Catalogue): readonly CatalogueEntry[] {
  return catalogue.state === 'ready' ? catalogue.value.questions : NONE
}

export function questionOf(catalogue: Catalogue, id: string | null): CatalogueEntry | null {
  return questionsOf(catalogue).find((question) => question.id === id) ?? null
}
