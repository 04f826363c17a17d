import { MAX_PAGES, MAX_SHAPES_PER_PAGE } from '@drawbar/shared/board/board-limits.ts'
import { serializedBoardSchema } from '@drawbar/shared/board/board-schema.ts'
import type { Editor, TLAsset, TLPageId, TLShapeId, VecLike } from 'tldraw'
import { fileToAsset } from '../add-images.ts'
import {
  imageAssetOf,
  NOTHING_CHANGED,
  type ImportedDrawing,
  type ImportedImage,
  type ImportedPage,
  type Refusal,
} from './imported-drawing.ts'
import { LOST_PINS, withoutLostPins } from './lost-pins.ts'
import { Tally } from './tally.ts'
import { withNewIds } from './with-new-ids.ts'

export type PutResult = { readonly ok: true; readonly notCarried: readonly string[] } | Refusal

/**
 * Puts what was read from a file on the board as one undo step: the first page at `at` on the page that is shown, each
 * other one on a new page. Images are uploaded first; one that cannot be is left out and told. Never throws.
 *
 * @param at page px, the middle of what is put; without, the middle of the view
 */
export async function putDrawing(editor: Editor, drawing: ImportedDrawing, at?: VecLike): Promise<PutResult> {
  const count = drawing.pages.reduce((sum, { shapes }) => sum + shapes.length, 0)
  if (count === 0)
    return refusal(
      'There is nothing to put on the board.',
      'Everything in it is of a kind that a board does not take.',
    )
  const tally = new Tally()
  const uploaded = new Map<string, TLAsset>()
  await Promise.all(
    drawing.pages
      .flatMap(({ images }) => images)
      .map(async (image) => {
        const asset = await upload(editor, image)
        if (asset) uploaded.set(image.asset.id, asset)
        else tally.add('image: it could not be uploaded', 'images: they could not be uploaded')
      }),
  )
  if (editor.getIsReadonly())
    return refusal('You cannot draw here now.', 'Try again when the board is yours to write on.')

  const [first, ...others] = withNewIds(drawing.pages.map((page) => withAssets(page, uploaded)))
  if (!first) return refusal('There is nothing to put on the board.', 'The file is empty.')
  const room = MAX_PAGES - editor.getPages().length
  const pages = withTheirPins(editor, [first, ...others.slice(0, Math.max(0, room))], tally)
  tally.add(
    `page: a board has at most ${MAX_PAGES}`,
    `pages: a board has at most ${MAX_PAGES}`,
    1 + others.length - pages.length,
  )
  const isTooMuch = pages.some(({ shapes }, index) => {
    return shapes.length + (index === 0 ? editor.getCurrentPageShapeIds().size : 0) > MAX_SHAPES_PER_PAGE
  })
  if (isTooMuch)
    return refusal(
      'That is more than fits on a page.',
      `A page holds ${MAX_SHAPES_PER_PAGE} shapes. Open a smaller part of it.`,
    )

  const mark = editor.markHistoryStoppingPoint('open drawing')
  try {
    editor.run(
      () => {
        const shown = editor.getCurrentPageId()
        pages.forEach((page, index) => putPage(editor, page, index === 0 ? { at } : { name: page.name }))
        editor.setCurrentPage(shown)
      },
      { ignoreShapeLock: true },
    )
  } catch {
    editor.bailToMark(mark)
    return refusal('The drawing could not be put on the board.', 'Copy a part of it and paste that.')
  }
  return { ok: true, notCarried: [...drawing.notCarried, ...tally.sentences()] }
}

interface ReadyPage extends ImportedPage {
  readonly assets: readonly TLAsset[]
}

function putPage(
  editor: Editor,
  page: ReadyPage,
  where: { readonly at?: VecLike | undefined } | { readonly name: string },
): void {
  if ('name' in where) {
    const before = new Set<TLPageId>(editor.getPages().map(({ id }) => id))
    editor.createPage({ name: where.name === '' ? 'Page' : where.name })
    const made = editor.getPages().find(({ id }) => !before.has(id))
    if (made) editor.setCurrentPage(made.id)
  }
  const { shapes, bindings, assets } = page
  const ids = new Set<string>(shapes.map(({ id }) => id))
  // What is selected would become the parent of what is put.
  editor.selectNone()
  editor.putContentOntoCurrentPage(
    {
      schema: serializedBoardSchema(),
      shapes: [...shapes],
      bindings: [...bindings],
      assets: [...assets],
      rootShapeIds: shapes.filter(({ parentId }) => !ids.has(parentId)).map(({ id }) => id),
    },
    'name' in where
      ? { preserveIds: true, preservePosition: true }
      : { preserveIds: true, point: where.at ?? editor.getViewportPageBounds().center, select: true },
  )
}

/** The pages without pins to worksheets that are neither on one of them nor on the board. */
function withTheirPins(editor: Editor, pages: readonly ReadyPage[], tally: Tally): readonly ReadyPage[] {
  const ids = new Set<string>(pages.flatMap(({ shapes }) => shapes.map(({ id }) => id)))
  return pages.map((page) => {
    const { shapes, lost } = withoutLostPins(page.shapes, (id) => {
      return ids.has(id) || editor.getShape(id as TLShapeId) !== undefined
    })
    tally.add(...LOST_PINS, lost)
    return { ...page, shapes }
  })
}

/** The page without the images that are not on the server, and with the ones that are. */
function withAssets(page: ImportedPage, uploaded: ReadonlyMap<string, TLAsset>): ReadyPage {
  const shapes = page.shapes.filter(
    (shape) => shape.type !== 'image' || uploaded.has(imageAssetOf(shape) ?? ''),
  )
  const ids = new Set<string>(shapes.map(({ id }) => id))
  return {
    ...page,
    shapes,
    bindings: page.bindings.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)),
    assets: page.images.flatMap(({ asset }) => uploaded.get(asset.id) ?? []),
  }
}

async function upload(editor: Editor, { asset, dataUrl }: ImportedImage): Promise<TLAsset | null> {
  try {
    const response = await fetch(dataUrl)
    const blob = await response.blob()
    const file = new File([blob], asset.props.name, { type: blob.type })
    return await fileToAsset(editor, file, asset.id)
  } catch {
    return null
  }
}

function refusal(title: string, advice: string): Refusal {
  return { ok: false, title, detail: `${NOTHING_CHANGED} ${advice}` }
}
