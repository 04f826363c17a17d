import type { ImportedDrawing } from '../imported-drawing.ts'
import { Tally } from '../tally.ts'
import type { Scene } from './read-scene.ts'
import { arrowBindings } from './reader/arrow-bindings.ts'
import { findLabels } from './reader/find-labels.ts'
import { tellDamaged } from './reader/left-out.ts'
import type { Parts } from './reader/parts.ts'
import { partsOf } from './reader/parts-of.ts'
import { placeParts } from './reader/place-parts.ts'

/** What a scene is on our board. Every record in it passes `checkRecord`. */
export function fromExcalidraw({ elements, files, damaged }: Scene): ImportedDrawing {
  const tally = new Tally()
  tellDamaged(tally, damaged)
  const labels = findLabels(elements)
  const labelIds = new Set([...labels.values()].map(({ id }) => id))
  const made = new Map<string, Parts>()
  for (const element of elements) {
    if (labelIds.has(element.id)) continue
    const parts = partsOf(element, labels.get(element.id), files, tally)
    if (parts) made.set(element.id, parts)
  }
  const { shapes, shapeIds } = placeParts(elements, made, tally)
  const bindings = arrowBindings(elements, shapeIds)
  const images = [...made].flatMap(([id, { image }]) => (image && shapeIds.has(id) ? [image] : []))
  return { pages: [{ name: '', shapes, bindings, images }], notCarried: tally.sentences() }
}
