import type { TLImageShape } from 'tldraw'
import type { Tally } from '../../tally.ts'
import { elementId } from './element-id.ts'
import type { PartImage, ScenePart } from './scene-part.ts'

/** A picture, with what is in its file; null when that could not be read. */
export function imagePart(
  { id, props }: TLImageShape,
  images: ReadonlyMap<string, PartImage>,
  tally: Tally,
): ScenePart | null {
  const image = images.get(String(props.assetId))
  if (!image) {
    tally.add('image: it could not be read', 'images: they could not be read')
    return null
  }
  if (props.crop !== null)
    tally.add('image’s crop: the whole of it is shown', 'images’ crops: the whole of them is shown')
  return {
    type: 'image',
    size: { w: props.w, h: props.h },
    fields: {
      fileId: elementId(id),
      status: 'saved',
      scale: [props.flipX ? -1 : 1, props.flipY ? -1 : 1],
      crop: null,
    },
    image,
  }
}
