import { MAX_NESTING } from '@drawbar/shared/board/board-limits.ts'
import type { Placement } from '@drawbar/shared/board/page-transform.ts'
import { carriedShapeOf } from '../carried-shape.ts'
import { placementOf } from './place-element.ts'
import type { SceneElement } from '../scene.ts'

/** An element, or a group of them, in the tree that tldraw has and Excalidraw only implies. */
export interface Nested {
  readonly key: string
  /** Null: a group. */
  readonly element: SceneElement | null
  /** Null: it lies on the page. */
  readonly parentKey: string | null
  /** On the page. */
  readonly placement: Placement
}

/**
 * Puts elements into their groups, frames and zones. The order of siblings is that of the elements; a group stands
 * where its last member does. Groups of one are none.
 */
export function nestElements(elements: readonly SceneElement[]): readonly Nested[] {
  const chains = groupChains(elements)
  const holders = new Set(elements.filter(isHolder).map(({ id }) => id))
  const parents = new Map<string, string | null>()
  const members = new Map<string, SceneElement[]>()
  for (const element of elements) {
    const chain = chains.get(element.id) ?? []
    let parentKey = holderOf(element, holders)
    for (const group of chain) {
      const key = groupKey(group)
      if (!parents.has(key)) parents.set(key, parentKey)
      members.set(key, [...(members.get(key) ?? []), element])
      parentKey = key
    }
    parents.set(elementKey(element.id), parentKey)
  }
  breakCircles(parents)

  const nested: Nested[] = []
  const last = new Map<string, string>()
  for (const [key, some] of members)
    last.set(some.at(-1)?.id ?? '', `${last.get(some.at(-1)?.id ?? '') ?? ''}${key}\n`)
  for (const element of elements) {
    for (const key of (last.get(element.id) ?? '').split('\n').filter((one) => one !== '')) {
      nested.push({
        key,
        element: null,
        parentKey: parents.get(key) ?? null,
        placement: cornerOf(members.get(key) ?? []),
      })
    }
    const key = elementKey(element.id)
    nested.push({ key, element, parentKey: parents.get(key) ?? null, placement: placementOf(element) })
  }
  return nested
}

function isHolder({ type, customData }: SceneElement): boolean {
  return type === 'frame' || type === 'magicframe' || carriedShapeOf(customData).type === 'zone'
}

function holderOf({ id, frameId, customData }: SceneElement, holders: ReadonlySet<string>): string | null {
  for (const holder of [frameId, carriedShapeOf(customData).zone]) {
    if (holder && holder !== id && holders.has(holder)) return elementKey(holder)
  }
  return null
}

/** Each element's groups from the outermost, without those that hold only one thing. */
function groupChains(elements: readonly SceneElement[]): ReadonlyMap<string, readonly string[]> {
  let chains = new Map(elements.map(({ id, groupIds }) => [id, [...new Set(groupIds)].toReversed()]))
  for (;;) {
    const held = new Map<string, Set<string>>()
    for (const [id, chain] of chains) {
      chain.forEach((group, at) => {
        const inner = chain[at + 1]
        const things = held.get(group) ?? new Set()
        held.set(group, things.add(inner === undefined ? elementKey(id) : groupKey(inner)))
      })
    }
    const isReal = (group: string) => (held.get(group)?.size ?? 0) > 1
    if ([...held.keys()].every(isReal)) return chains
    chains = new Map([...chains].map(([id, chain]) => [id, chain.filter(isReal)]))
  }
}

/** What would be inside itself, or too deep, lies on the page. */
function breakCircles(parents: Map<string, string | null>): void {
  for (const key of parents.keys()) {
    const seen = new Set<string>()
    let at: string | null = key
    while (at !== null && !seen.has(at) && seen.size < MAX_NESTING - 2) {
      seen.add(at)
      at = parents.get(at) ?? null
    }
    if (at !== null) parents.set(key, null)
  }
}

function cornerOf(elements: readonly SceneElement[]): Placement {
  const places = elements.map(placementOf)
  return {
    x: places.reduce((least, { x }) => Math.min(least, x), Infinity),
    y: places.reduce((least, { y }) => Math.min(least, y), Infinity),
    rotation: 0,
  }
}

function elementKey(id: string): string {
  return `element ${id}`
}

function groupKey(id: string): string {
  return `group ${id}`
}
