import { isWebLink } from '@drawbar/shared/board/link-rules.ts'
import { AssetRecordType, type TLImageAsset } from 'tldraw'
import { isImageData, mimeTypeOf } from '../../imported-drawing.ts'
import type { Tally } from '../../tally.ts'
import type { SceneElement } from '../scene.ts'
import { sidesOf } from './element-sides.ts'
import { linkOf } from './left-out.ts'
import type { Parts } from './parts.ts'

/**
 * A picture; null for one that is not in the file or in no format a board takes.
 *
 * @param files data URLs by file id
 */
export function imageParts(
  element: SceneElement,
  files: ReadonlyMap<string, string>,
  tally: Tally,
): Parts | null {
  const dataUrl = files.get(element.fileId ?? '')
  if (dataUrl === undefined) {
    tally.add('image: it is not in the file', 'images: they are not in the file')
    return null
  }
  if (!isImageData(dataUrl)) {
    tally.add('image: a board takes PNG, JPEG, WebP and GIF', 'images: a board takes PNG, JPEG, WebP and GIF')
    return null
  }
  const asset = assetOf(element, dataUrl)
  const { crop, scale } = element
  return {
    type: 'image',
    props: {
      ...sidesOf(element),
      playing: true,
      url: linkOf(element, isWebLink, tally),
      assetId: asset.id,
      crop: crop
        ? {
            topLeft: { x: crop.x / crop.naturalWidth, y: crop.y / crop.naturalHeight },
            bottomRight: {
              x: (crop.x + crop.width) / crop.naturalWidth,
              y: (crop.y + crop.height) / crop.naturalHeight,
            },
          }
        : null,
      flipX: scale[0] < 0,
      flipY: scale[1] < 0,
      altText: '',
    },
    image: { asset, dataUrl },
  }
}

/** An asset of its own for each element. It has no `src` until it is uploaded. */
function assetOf(element: SceneElement, dataUrl: string): TLImageAsset {
  const { crop } = element
  const { w, h } = sidesOf(element)
  return AssetRecordType.create({
    id: AssetRecordType.createId(),
    type: 'image',
    props: {
      name: 'image',
      src: null,
      w: crop?.naturalWidth ?? w,
      h: crop?.naturalHeight ?? h,
      mimeType: mimeTypeOf(dataUrl),
      isAnimated: false,
    },
  }) as TLImageAsset
}
