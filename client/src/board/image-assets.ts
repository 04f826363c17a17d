import { isAssetSrc } from '@drawbar/shared/board/link-rules.ts'
import type { TLAssetStore } from 'tldraw'
import type { ParticipantApi } from '../session/api.ts'

export interface ImageAssetsOptions {
  readonly api: Pick<ParticipantApi, 'uploadImage' | 'image'>
  readonly roundId: string
}

export interface ImageAssets extends TLAssetStore {
  upload: TLAssetStore['upload']
  resolve: NonNullable<TLAssetStore['resolve']>
  /** Frees the images in memory. */
  close(): void
}

/**
 * The round's images: uploaded as they are, read with this participant's token, kept once per page as object URLs. An
 * image that could not be read is asked for again the next time it is drawn.
 */
export function createImageAssets({ api, roundId }: ImageAssetsOptions): ImageAssets {
  const urls = new Map<string, Promise<string | null>>()
  const leaving = new AbortController()

  async function read(src: string): Promise<string | null> {
    const outcome = await api.image(roundId, src, leaving.signal)
    if (outcome.ok) return URL.createObjectURL(outcome.value)
    urls.delete(src)
    return null
  }

  return {
    async upload(_asset, file, signal) {
      const outcome = await api.uploadImage(roundId, file, signal)
      if (!outcome.ok) {
        const { message, hint } = outcome.failure
        throw new Error(hint === null ? message : `${message} ${hint}`)
      }
      return { src: outcome.value.src }
    },
    async resolve({ props: { src } }, { shouldResolveToOriginal }) {
      if (src === null || !isAssetSrc(src)) return null
      const url = urls.get(src) ?? read(src)
      urls.set(src, url)
      const resolved = await url
      return resolved !== null && shouldResolveToOriginal ? dataUrl(resolved) : resolved
    },
    close() {
      leaving.abort()
      for (const url of urls.values()) void url.then((made) => made !== null && URL.revokeObjectURL(made))
      urls.clear()
    },
  }
}

/** What leaves the page (a picture, the clipboard) must carry the image in it. */
async function dataUrl(objectUrl: string): Promise<string> {
  const response = await fetch(objectUrl)
  return blobToDataUrl(await response.blob())
}

export function blobToDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The image could not be read.')))
    reader.readAsDataURL(blob)
  })
}
