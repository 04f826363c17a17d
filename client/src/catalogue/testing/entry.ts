import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'

/** A row of the catalogue that fits everywhere, but for `rest`. */
export function entry(id: string, rest: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return {
    id,
    title: `Title of ${id}`,
    kind: 'design',
    levels: ['mid', 'senior', 'staff'],
    topics: ['queues'],
    minutes: [35, 45, 60],
    summary: `Summary of ${id}`,
    pack: null,
    readable: true,
    ...rest,
  }
}
