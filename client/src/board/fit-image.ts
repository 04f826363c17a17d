import { LIMITS } from '@drawbar/shared/wire/limits.ts'
import { downsizeImage, MediaHelpers } from 'tldraw'

const QUALITY = 0.9

/** An image the server takes: one with too many pixels is scaled down. Pictures that move are left as they are. */
export async function fitImage(file: File): Promise<File> {
  if (!MediaHelpers.isStaticImageType(file.type)) return file
  const { w, h } = await MediaHelpers.getImageSize(file)
  const scale = LIMITS.imageSide / Math.max(w, h)
  if (scale >= 1) return file
  const smaller = await downsizeImage(file, Math.floor(w * scale), Math.floor(h * scale), {
    type: file.type,
    quality: QUALITY,
  })
  return new File([smaller], file.name, { type: smaller.type })
}
