import type { SceneElement } from '../scene.ts'

const CONTAINERS: ReadonlySet<string> = new Set(['rectangle', 'ellipse', 'diamond', 'arrow'])

/**
 * The text in each box and on each arrow, by the id of what it is in. Newer files say so at the text, older ones at the
 * box.
 */
export function findLabels(elements: readonly SceneElement[]): ReadonlyMap<string, SceneElement> {
  const byId = new Map(elements.map((element) => [element.id, element]))
  const labels = new Map<string, SceneElement>()
  const taken = new Set<string>()
  const add = (containerId: string, text: SceneElement | undefined) => {
    const container = byId.get(containerId)
    if (!container || text?.type !== 'text' || labels.has(containerId) || taken.has(text.id)) return
    if (!CONTAINERS.has(container.type)) return
    labels.set(containerId, text)
    taken.add(text.id)
  }
  for (const element of elements) if (element.containerId) add(element.containerId, element)
  for (const element of elements) {
    for (const bound of element.boundElements ?? []) {
      const text = byId.get(bound.id)
      // What the text itself says comes first.
      if (bound.type === 'text' && !text?.containerId) add(element.id, text)
    }
  }
  return labels
}
