import type {
  TLDrawShape,
  TLFrameShape,
  TLGeoShape,
  TLHighlightShape,
  TLImageShape,
  TLLineShape,
  TLNoteShape,
  TLShape,
  TLTextShape,
} from 'tldraw'
import type { Tally } from '../../tally.ts'
import { framePart, geoPart, notePart } from './box-parts.ts'
import { imagePart } from './image-part.ts'
import { ownPart } from './own-part.ts'
import type { OwnShape } from './own-text.ts'
import type { PartImage, ScenePart } from './scene-part.ts'
import { linePart, strokePart } from './stroke-parts.ts'
import { textPart } from './text-part.ts'

/** What a shape becomes that stands for itself; null for what has no element. Arrows are made by `arrowPart`. */
export function scenePartOf(
  shape: TLShape,
  images: ReadonlyMap<string, PartImage>,
  tally: Tally,
): ScenePart | null {
  // tldraw's union has a member whose type is any string, so it does not narrow.
  const type: string = shape.type
  switch (type) {
    case 'group':
      return null
    case 'component':
    case 'zone':
    case 'card':
    case 'worksheet':
      return ownPart(shape as OwnShape, tally)
    case 'geo':
      return geoPart(shape as TLGeoShape, tally)
    case 'note':
      return notePart(shape as TLNoteShape, tally)
    case 'text':
      return textPart(shape as TLTextShape, tally)
    case 'frame':
      return framePart(shape as TLFrameShape)
    case 'draw':
    case 'highlight':
      return strokePart(shape as TLDrawShape | TLHighlightShape)
    case 'line':
      return linePart(shape as TLLineShape)
    case 'image':
      return imagePart(shape as TLImageShape, images, tally)
    default:
      tally.add('part that only a newer version can draw', 'parts that only a newer version can draw')
      return null
  }
}
