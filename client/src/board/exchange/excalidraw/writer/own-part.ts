import type { Tally } from '../../tally.ts'
import { hexOf } from '../colors.ts'
import { labelInBox } from './label-part.ts'
import { tellLostPin } from './lost-pin.ts'
import { ownText, type OwnShape } from './own-text.ts'
import type { ScenePart } from './scene-part.ts'

/** A component, a zone, a card or a worksheet: a box with its text, which carries all that makes it one. */
export function ownPart(shape: OwnShape, tally: Tally): ScenePart {
  const { w, h, ...carried } = shape.props
  const { type } = shape
  const text = ownText(shape)
  const stroke = hexOf(shape.props.color)
  tellLostPin(shape, tally)
  return {
    type: 'rectangle',
    size: { w, h },
    look: type === 'zone' ? { stroke, dash: 'dashed', width: 1 } : { stroke, ground: '#ffffff', width: 2 },
    fields: { roundness: { type: 3 } },
    carried: { type, props: carried, text },
    label: labelInBox(
      shape.id,
      { w, h },
      {
        text,
        fontSize: type === 'component' || type === 'zone' ? 16 : 14,
        font: 'sans',
        align: type === 'component' ? 'center' : 'left',
        vertical: type === 'component' ? 'middle' : 'top',
        color: hexOf('black'),
      },
    ),
  }
}
