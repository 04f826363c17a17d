import { LIMITS } from '@drawbar/shared/wire/limits.ts'
import { MediaHelpers } from 'tldraw'

const QUALITY = 0.9

/**
 * An image the server takes: one with too many pixels or bytes is scaled down, and packed tighter where that is not
 * enough. Pictures that move are left as they are.
 */
export async function fitImage(file: File): Promise<File> {
  if (!MediaHelpers.isStaticImageType(file.type)) return file
  const { w, h } = await MediaHelpers.getImageSize(file)
  const scale = Math.min(1, LIMITS.imageSide / Math.max(w, h))
  if (scale === 1 && file.size <= LIMITS.imageBytes) return file
  const canvas = await draw(file, { width: Math.floor(w * scale), height: Math.floor(h * scale) })
  const same = await encode(canvas, file.type)
  const blob = same.size <= LIMITS.imageBytes ? same : await encode(canvas, 'image/webp')
  return new File([blob], file.name, { type: blob.type })
}

async function draw(file: File, size: { width: number; height: number }): Promise<HTMLCanvasElement> {
  const image = await createImageBitmap(file, {
    resizeWidth: size.width,
    resizeHeight: size.height,
    resizeQuality: 'high',
  })
  const canvas = Object.assign(document.createElement('canvas'), size)
  canvas.getContext('2d')?.drawImage(image, 0, 0)
  image.close()
  return canvas
}

function encode(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The image could not be scaled down.'))),
      type,
      QUALITY,
    )
  })
}
