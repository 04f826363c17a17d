import type { Tally } from '../../tally.ts'
import type { SceneElement } from '../scene.ts'

/** What of an element a board does not take, and how that is told. */

export function tellDamaged(tally: Tally, count = 1): void {
  tally.add('part: it is damaged', 'parts: they are damaged', count)
}

/** An element's link where the shape may have one; empty when it has none or must not. */
export function linkOf({ link }: SceneElement, isAllowed: (link: string) => boolean, tally: Tally): string {
  if (link === null || link === undefined || link === '') return ''
  if (isAllowed(link)) return link
  tally.add('link')
  return ''
}

/** For an element whose shape has no link. */
export function tellLostLink(element: SceneElement, tally: Tally): void {
  linkOf(element, () => false, tally)
}
