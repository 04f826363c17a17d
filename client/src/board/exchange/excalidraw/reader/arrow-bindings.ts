import { checkRecord } from '@drawbar/shared/board/check-record.ts'
import { createBindingId, type TLBinding, type TLShapeId } from 'tldraw'
import type { SceneElement } from '../scene.ts'

/**
 * What arrows are bound to, as far as both ends are on the board.
 *
 * @param shapeIds by the id of the element a shape came from
 */
export function arrowBindings(
  elements: readonly SceneElement[],
  shapeIds: ReadonlyMap<string, TLShapeId>,
): readonly TLBinding[] {
  const byId = new Map(elements.map((element) => [element.id, element]))
  const shapeOf = (elementId: string): TLShapeId | undefined =>
    // A text in a box stands for the box.
    shapeIds.get(elementId) ?? shapeIds.get(byId.get(elementId)?.containerId ?? '')

  return elements.flatMap((element) => {
    const fromId = shapeIds.get(element.id)
    if (element.type !== 'arrow' || fromId === undefined) return []
    return (['start', 'end'] as const).flatMap((terminal) => {
      const bound = terminal === 'start' ? element.startBinding : element.endBinding
      const toId = bound ? shapeOf(bound.elementId) : undefined
      if (!bound || toId === undefined || toId === fromId) return []
      // Only an elbow arrow stays where it was put; the others point to the middle.
      const fixed = element.elbowed ? bound.fixedPoint : null
      const check = checkRecord({
        id: createBindingId(),
        typeName: 'binding',
        type: 'arrow',
        fromId,
        toId,
        meta: {},
        props: {
          terminal,
          normalizedAnchor: fixed ? { x: inside(fixed[0]), y: inside(fixed[1]) } : { x: 0.5, y: 0.5 },
          isExact: false,
          isPrecise: Boolean(fixed),
          snap: 'none',
        },
      })
      return check.ok && check.record.typeName === 'binding' ? [check.record] : []
    })
  })
}

function inside(value: number): number {
  return Math.min(1, Math.max(0, value))
}
