import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { surprise } from './filter-questions.ts'
import type { Spoilt } from './spoilt-questions.ts'

export type SurpriseChoice =
  | { readonly ok: true; pick(random: () => number): CatalogueEntry }
  /** Why chance has nothing to choose from. */
  | { readonly ok: false; readonly why: string }

/** What chance may choose from: what fits and was not read whole in this browser. */
export function surpriseChoice(
  found: readonly CatalogueEntry[],
  spoilt: Spoilt,
  chosenId: string | null,
): SurpriseChoice {
  if (found.length === 0) return { ok: false, why: 'There is no question to choose from.' }
  const fresh = found.filter(({ id }) => !(id in spoilt))
  const [only] = fresh
  if (!only) return { ok: false, why: 'You have read every question that fits. Let the filters fit more.' }
  return { ok: true, pick: (random) => surprise(fresh, chosenId, random) ?? only }
}
