import type { ComponentGroup, ComponentKind, ComponentTrait } from './component-kind.ts'
import { COMPUTE } from './kinds/compute.ts'
import { COORDINATION } from './kinds/coordination.ts'
import { EDGE } from './kinds/edge.ts'
import { MESSAGING } from './kinds/messaging.ts'
import { OUTSIDE } from './kinds/outside.ts'
import { PEOPLE } from './kinds/people.ts'
import { STORAGE } from './kinds/storage.ts'

/** The groups of the palette, in the order a request meets them. */
export const COMPONENT_GROUPS: readonly { readonly group: ComponentGroup; readonly title: string }[] = [
  { group: 'people', title: 'People and devices' },
  { group: 'edge', title: 'Edge' },
  { group: 'compute', title: 'Compute' },
  { group: 'storage', title: 'Storage' },
  { group: 'messaging', title: 'Messaging' },
  { group: 'coordination', title: 'Coordination and care' },
  { group: 'outside', title: 'Outside' },
]

/** Every kind, group by group in the order of `COMPONENT_GROUPS`. */
export const COMPONENT_KINDS: readonly ComponentKind[] = [
  ...PEOPLE,
  ...EDGE,
  ...COMPUTE,
  ...STORAGE,
  ...MESSAGING,
  ...COORDINATION,
  ...OUTSIDE,
]

/** Drawn for a kind that this version does not know: a broken outline and a question mark. */
export const UNKNOWN_ICON: readonly string[] = [
  'M3.5 7.5v-2a2 2 0 0 1 2-2h2',
  'M16.5 3.5h2a2 2 0 0 1 2 2v2',
  'M20.5 16.5v2a2 2 0 0 1-2 2h-2',
  'M7.5 20.5h-2a2 2 0 0 1-2-2v-2',
  'M9.25 9.75a2.75 2.75 0 1 1 4 2.45c-.85.45-1.25.9-1.25 1.8',
  'M12 16.75h.01',
]

const bySlug: ReadonlyMap<string, ComponentKind> = new Map(COMPONENT_KINDS.map((kind) => [kind.kind, kind]))

/** The kind of that slug; undefined for a newer version's. */
export function kindOf(slug: string): ComponentKind | undefined {
  return bySlug.get(slug)
}

/** What a kind is called. A newer version's slug becomes words: "edge-database" is "Edge database". */
export function titleOf(slug: string): string {
  const known = bySlug.get(slug)
  if (known !== undefined) return known.title
  const words = slug.replaceAll('-', ' ').trim()
  return words === '' ? 'Component' : words.charAt(0).toUpperCase() + words.slice(1)
}

/** Whether components of that kind do such a thing; of an unknown kind nothing is said. */
export function hasTrait(slug: string, trait: ComponentTrait): boolean {
  return bySlug.get(slug)?.traits.includes(trait) ?? false
}
