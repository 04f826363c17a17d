import { imageSize } from 'image-size'

export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const
export type ImageType = (typeof IMAGE_TYPES)[number]

export const IMAGE_EXTENSIONS: Record<ImageType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
}

export interface ImageFacts {
  readonly type: ImageType
  /** As a browser shows it, in pixels. */
  readonly width: number
  readonly height: number
}

/** What the bytes of an image say they are; undefined where they are none of the kinds a board holds. */
export function imageFacts(bytes: Uint8Array): ImageFacts | undefined {
  const type = typeOfBytes(bytes)
  if (!type) return undefined
  try {
    const { width, height, orientation = 1 } = imageSize(bytes)
    // EXIF orientations from 5 on lie on their side.
    return orientation >= 5 ? { type, width: height, height: width } : { type, width, height }
  } catch {
    return undefined
  }
}

function typeOfBytes(bytes: Uint8Array): ImageType | undefined {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return 'image/gif'
  const riff = startsWith(bytes, [0x52, 0x49, 0x46, 0x46])
  return riff && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]) ? 'image/webp' : undefined
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}
