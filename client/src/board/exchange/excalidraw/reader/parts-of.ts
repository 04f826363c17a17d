import type { Tally } from '../../tally.ts'
import type { SceneElement } from '../scene.ts'
import { arrowParts } from './arrow-parts.ts'
import { boxParts, frameParts } from './box-parts.ts'
import { imageParts } from './image-parts.ts'
import type { Parts } from './parts.ts'
import { lineParts, strokeParts } from './stroke-parts.ts'
import { textParts } from './text-parts.ts'

/**
 * What an element becomes; null for one that nothing is drawn for.
 *
 * @param label the text in it or on it
 * @param files data URLs by file id
 */
export function partsOf(
  element: SceneElement,
  label: SceneElement | undefined,
  files: ReadonlyMap<string, string>,
  tally: Tally,
): Parts | null {
  switch (element.type) {
    case 'rectangle':
    case 'ellipse':
    case 'diamond':
      return boxParts(element, label, tally)
    case 'text':
      return textParts(element, tally)
    case 'arrow':
      return arrowParts(element, label, tally)
    case 'line':
      return lineParts(element, tally)
    case 'freedraw':
    case 'draw':
      return strokeParts(element, tally)
    case 'frame':
    case 'magicframe':
      return frameParts(element)
    case 'image':
      return imageParts(element, files, tally)
    case 'embeddable':
    case 'iframe':
      tally.add('embed: a board does not load other sites')
      return null
    case 'selection':
      return null
    default:
      tally.add(
        `part of a kind that is not known here: “${element.type}”`,
        `parts of a kind that is not known here: “${element.type}”`,
      )
      return null
  }
}
