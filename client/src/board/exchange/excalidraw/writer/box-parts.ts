import type { TLDefaultSizeStyle, TLFrameShape, TLGeoShape, TLNoteShape } from 'tldraw'
import type { Tally } from '../../tally.ts'
import { hexOf } from '../colors.ts'
import { labelInBox } from './label-part.ts'
import type { ScenePart } from './scene-part.ts'
import { alignOf, groundLook, strokeLook, verticalAlignOf } from './shape-looks.ts'
import { writtenIn } from './text-part.ts'

/** tldraw's sizes of a text in a box, px. */
const LABEL_SIZES: { readonly [Size in TLDefaultSizeStyle]: number } = { s: 16, m: 20, l: 28, xl: 36 }

/** A note's side at scale 1, px. */
const NOTE_SIDE = 200

const ROUND_GEOS: ReadonlySet<string> = new Set(['cloud', 'oval', 'heart'])

/** A box of any form. Excalidraw has three; the others carry which they were. */
export function geoPart({ id, props }: TLGeoShape, tally: Tally): ScenePart {
  const { geo } = props
  const isSame = geo === 'rectangle' || geo === 'ellipse' || geo === 'diamond'
  const isRound = ROUND_GEOS.has(geo)
  if (!isSame)
    tally.add(
      `“${geo}”: drawn as a ${isRound ? 'circle' : 'box'}`,
      `“${geo}”: drawn as ${isRound ? 'circles' : 'boxes'}`,
    )
  const size = { w: props.w, h: props.h + props.growY }
  return {
    type: isSame ? geo : isRound ? 'ellipse' : 'rectangle',
    size,
    look: { ...strokeLook(props), ...groundLook(props.fill, props.color) },
    fields: { link: props.url === '' ? null : props.url },
    ...(isSame ? {} : { carried: { type: 'geo', props: { geo } } }),
    label: labelInBox(id, size, {
      text: writtenIn(props.richText, tally),
      fontSize: LABEL_SIZES[props.size],
      font: props.font,
      align: alignOf(props.align),
      vertical: verticalAlignOf(props.verticalAlign),
      color: hexOf(props.labelColor),
    }),
  }
}

/** A box in the note's colour, which carries that it is a note. */
export function notePart({ id, props }: TLNoteShape, tally: Tally): ScenePart {
  const { richText, growY, ...carried } = props
  const size = { w: NOTE_SIDE * props.scale, h: (NOTE_SIDE + growY) * props.scale }
  return {
    type: 'rectangle',
    size,
    look: { stroke: hexOf('black'), ground: hexOf(props.color), width: 1 },
    carried: { type: 'note', props: carried },
    label: labelInBox(id, size, {
      text: writtenIn(richText, tally),
      fontSize: 20,
      font: props.font,
      align: 'center',
      vertical: 'middle',
      color: hexOf('black'),
    }),
  }
}

export function framePart({ props }: TLFrameShape): ScenePart {
  const { w, h, name } = props
  return { type: 'frame', size: { w, h }, look: { stroke: '#bbb' }, fields: { name } }
}
