import { NO_FILTER, type Filter } from './filter-questions.ts'
import type { Order } from './sort-questions.ts'

/** How the catalogue is looked at. */
export interface CatalogueView {
  readonly filter: Filter
  readonly order: Order
}

// As long as the tab is open: who comes back from reading a question finds the list as it was.
let kept: CatalogueView = { filter: NO_FILTER, order: 'title' }

export function keptView(): CatalogueView {
  return kept
}

export function keepView(view: CatalogueView): void {
  kept = view
}
