import type { TLAssetId, TLBinding, TLImageAsset, TLImageShape, TLPageId, TLShape } from 'tldraw'

/** An image that came in a file. It is uploaded before it may be shown. */
export interface ImportedImage {
  /** Without `src`. */
  readonly asset: TLImageAsset
  /** `data:image/…;base64,…` */
  readonly dataUrl: string
}

/** One page of what a file holds, checked and ready to be put on a board. */
export interface ImportedPage {
  /** Empty where the file gives none. */
  readonly name: string
  /** Parents before children. Shapes at the top have `IMPORT_PAGE` as their parent. */
  readonly shapes: readonly TLShape[]
  readonly bindings: readonly TLBinding[]
  readonly images: readonly ImportedImage[]
}

export interface ImportedDrawing {
  readonly pages: readonly ImportedPage[]
  /** Sentences about what was left out. */
  readonly notCarried: readonly string[]
}

/** The asset of an image; null for every other shape. */
export function imageAssetOf(shape: TLShape): TLAssetId | null {
  // tldraw's union has a member whose type is any string, so it does not narrow.
  return shape.type === 'image' ? (shape as TLImageShape).props.assetId : null
}

/** Why a file cannot be read, for a toast. */
export interface Refusal {
  readonly ok: false
  readonly title: string
  readonly detail: string
}

export type ReadDrawing = { readonly ok: true; readonly drawing: ImportedDrawing } | Refusal

/** Said of every file that cannot be read. */
export const NOTHING_CHANGED = 'Nothing on the board has changed.'

export function refused(title: string, advice: string): Refusal {
  return { ok: false, title, detail: `${NOTHING_CHANGED} ${advice}` }
}

/** Largest text of a file that is read at all, UTF-16 units: a hundred times a full board, with images. */
export const MAX_FILE_LENGTH = 64 * 1024 * 1024

const IMAGE_DATA = /^data:image\/(?:png|jpeg|webp|gif);base64,/

/** Whether an image stands in the file itself, in a format a board takes. */
export function isImageData(src: unknown): src is string {
  return typeof src === 'string' && IMAGE_DATA.test(src)
}

/** The MIME type a data URL names. */
export function mimeTypeOf(dataUrl: string): string {
  return dataUrl.slice('data:'.length, dataUrl.indexOf(';'))
}

/** The page that a drawing's outermost shapes lie on until it is put somewhere. */
export const IMPORT_PAGE = 'page:page' as TLPageId
