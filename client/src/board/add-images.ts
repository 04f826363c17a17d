import { LIMITS } from '@drawbar/shared/wire/limits.ts'
import {
  AssetRecordType,
  createShapesForAssets,
  getMediaAssetInfoPartial,
  type Editor,
  type TLAssetId,
  type TLImageAsset,
  type TLImageShape,
  type VecLike,
} from 'tldraw'
import { addToast } from '../ui/toasts.ts'
import { fitImage } from './fit-image.ts'
import { isImageType } from './image-kinds.ts'
import { showsAsImage } from './shows-as-image.ts'

const MIB = 1024 * 1024

interface NewImage {
  readonly asset: TLImageAsset
  readonly file: File
}

/** Puts dropped, pasted or chosen files on the board, and says of each one that cannot be why not. */
export async function addImages(editor: Editor, files: readonly File[], at: VecLike): Promise<void> {
  const { maxFilesAtOnce } = editor.options
  if (files.length > maxFilesAtOnce) {
    addToast({ tone: 'bad', title: `At most ${maxFilesAtOnce} images at once.` })
    return
  }
  const images = (await Promise.all(files.map((file) => prepare(editor, file)))).filter(
    (image) => image !== null,
  )
  if (images.length === 0) return
  const assets = images.map(({ asset }) => asset)
  editor.markHistoryStoppingPoint('add images')
  editor.createAssets(assets)
  await createShapesForAssets(editor, assets, at)
  await Promise.all(images.map((image) => upload(editor, image)))
}

/** Gives an image on the board another file, in the same place. */
export async function replaceImage(editor: Editor, shape: TLImageShape, file: File): Promise<void> {
  const image = await prepare(editor, file)
  if (!image) return
  const { w, h } = image.asset.props
  editor.createAssets([image.asset])
  editor.updateShape<TLImageShape>({
    id: shape.id,
    type: 'image',
    props: { assetId: image.asset.id, crop: null, h: (shape.props.w * h) / w },
  })
  await upload(editor, image)
}

/** A file as tldraw asks for it when it pastes copied shapes with their images. Throws where it cannot be had. */
export async function fileToAsset(editor: Editor, file: File, assetId?: TLAssetId): Promise<TLImageAsset> {
  const fault = faultOf(file)
  const asset = fault || !(await showsAsImage(file)) ? null : await describe(file, assetId)
  if (!asset) throw new Error(fault?.title ?? unreadable(file))
  const { src } = await editor.uploadAsset(asset, file)
  return { ...asset, props: { ...asset.props, src } }
}

async function prepare(editor: Editor, original: File): Promise<NewImage | null> {
  const isImage = isImageType(original.type) && (await showsAsImage(original))
  const file = isImage ? await fitImage(original).catch(() => original) : original
  const fault = faultOf(file)
  const asset = fault || !isImage ? null : await describe(file)
  if (!asset) {
    addToast({ tone: 'bad', ...(fault ?? { title: unreadable(file) }) })
    return null
  }
  editor.createTemporaryAssetPreview(asset.id, file)
  return { asset, file }
}

function faultOf(file: File): { readonly title: string; readonly detail: string } | null {
  if (!isImageType(file.type)) {
    return {
      title: `“${file.name}” was not added.`,
      detail: 'A board takes PNG, JPEG, WebP and GIF images. Video, SVG and other files are off.',
    }
  }
  if (file.size > LIMITS.imageBytes) {
    return {
      title: `“${file.name}” is too large.`,
      detail: `An image may have ${LIMITS.imageBytes / MIB} MiB. Make it smaller and try again.`,
    }
  }
  return null
}

function unreadable(file: File): string {
  return `“${file.name}” could not be read as an image.`
}

async function describe(file: File, assetId = AssetRecordType.createId()): Promise<TLImageAsset | null> {
  try {
    const asset = await getMediaAssetInfoPartial(file, assetId, true, false)
    return asset.type === 'image' ? asset : null
  } catch {
    return null
  }
}

/** The shape is there at once; its image follows when the server has it, or both go. */
async function upload(editor: Editor, { asset, file }: NewImage): Promise<void> {
  try {
    const { src } = await editor.uploadAsset(asset, file)
    editor.updateAssets([{ ...asset, props: { ...asset.props, src } }])
  } catch (error) {
    const shapes = editor
      .getPages()
      .flatMap((page) => [...editor.getPageShapeIds(page)])
      .filter((id) => assetOf(editor.getShape(id)) === asset.id)
    editor.run(
      () => {
        editor.deleteShapes(shapes)
        editor.deleteAssets([asset.id])
      },
      { history: 'ignore' },
    )
    addToast({
      tone: 'bad',
      title: `“${file.name}” could not be uploaded.`,
      detail: error instanceof Error ? error.message : null,
    })
  }
}

function assetOf(shape: { readonly props: object } | undefined): unknown {
  return shape && 'assetId' in shape.props ? shape.props.assetId : undefined
}
