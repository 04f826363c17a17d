import type { FileElement } from '../scene-file.ts'

/**
 * Arrows are written last, when all they lead to is known. This puts them and their labels back to where they belong.
 *
 * @param ids of what is drawn, in the order it is drawn
 */
export function arrowsInOrder(
  elements: readonly FileElement[],
  ids: readonly string[],
): readonly FileElement[] {
  const order = new Map(ids.map((id, at) => [id, at]))
  const arrows = new Set(elements.filter(({ type }) => type === 'arrow').map(({ id }) => id))
  const ownerOf = ({ id, containerId }: FileElement) => (typeof containerId === 'string' ? containerId : id)
  const placeOf = (element: FileElement) => order.get(ownerOf(element)) ?? 0
  const isOfArrow = (element: FileElement) => arrows.has(ownerOf(element))
  const ordered = elements.filter((element) => !isOfArrow(element))
  for (const element of elements.filter(isOfArrow)) {
    const at = ordered.findIndex((other) => placeOf(other) > placeOf(element) && other.type !== 'frame')
    ordered.splice(at === -1 ? ordered.length : at, 0, element)
  }
  return ordered
}
