import type { Tally } from '../../tally.ts'
import { nearestColor } from '../colors.ts'
import type { SceneElement } from '../scene.ts'
import { alignOf, fontOf, richTextOf, textSizeOf, writtenIn } from './element-looks.ts'
import { sidesOf } from './element-sides.ts'
import { tellLostLink } from './left-out.ts'
import type { Parts } from './parts.ts'

/** A text that stands alone; null when there is nothing to read. */
export function textParts(element: SceneElement, tally: Tally): Parts | null {
  const text = writtenIn(element)
  if (text === '') return null
  tellLostLink(element, tally)
  return {
    type: 'text',
    props: {
      ...textSizeOf(element.fontSize),
      color: nearestColor(element.strokeColor),
      font: fontOf(element),
      textAlign: alignOf(element),
      w: sidesOf(element).w,
      autoSize: element.autoResize,
      richText: richTextOf(text),
    },
  }
}
