import { graphJson } from '@drawbar/shared/graph/to-graph-json.ts'
import { graphToMermaid } from '@drawbar/shared/graph/to-mermaid.ts'
import type { Placement } from '@drawbar/shared/board/page-transform.ts'
import type { Editor, TLAsset, TLRecord, TLShape, TLShapeId } from 'tldraw'
import { bindingsAmong, chosenGraph } from './chosen-graph.ts'
import { imageAssetOf, isImageData, mimeTypeOf } from './imported-drawing.ts'
import { toExcalidraw } from './excalidraw/to-excalidraw.ts'
import { writeTldr } from './tldr/write-tldr.ts'

export const EXCHANGE_FORMATS = ['mermaid', 'excalidraw', 'tldr', 'graph-json', 'png', 'svg'] as const
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number]

export const FORMAT_NAMES: { readonly [Format in ExchangeFormat]: string } = {
  mermaid: 'Mermaid',
  excalidraw: 'Excalidraw',
  tldr: 'tldraw',
  'graph-json': 'Graph JSON',
  png: 'PNG',
  svg: 'SVG',
}

const FILES: { readonly [Format in ExchangeFormat]: { readonly ending: string; readonly mimeType: string } } =
  {
    mermaid: { ending: 'mmd', mimeType: 'text/plain' },
    excalidraw: { ending: 'excalidraw', mimeType: 'application/json' },
    tldr: { ending: 'tldr', mimeType: 'application/json' },
    'graph-json': { ending: 'graph.json', mimeType: 'application/json' },
    png: { ending: 'png', mimeType: 'image/png' },
    svg: { ending: 'svg', mimeType: 'image/svg+xml' },
  }

/** Where copies go. Both may reject. */
export interface CopyPort {
  writeText(text: string): Promise<void>
  writeImage(image: Blob): Promise<void>
}

export interface SavePort {
  save(file: { readonly fileName: string; readonly content: Blob }): void
}

export type CopyResult =
  | { readonly ok: true; readonly notCarried: readonly string[] }
  | { readonly ok: false; readonly title: string; readonly detail: string }

interface Made {
  readonly content: string | Blob
  readonly notCarried: readonly string[]
}

const PADDING = 32
const PNG_SCALE = 2

/** Copies what is selected, or the whole page. Never throws. */
export async function copyAs(
  editor: Editor,
  format: ExchangeFormat,
  port: CopyPort,
  now: number,
): Promise<CopyResult> {
  const made = await tryToMake(editor, format, 'clipboard', now)
  if ('ok' in made) return made
  try {
    if (typeof made.content === 'string') await port.writeText(made.content)
    else await port.writeImage(made.content)
    return { ok: true, notCarried: made.notCarried }
  } catch {
    return {
      ok: false,
      title: 'Nothing was copied.',
      detail: 'The browser does not let this page write to the clipboard. Save it as a file instead.',
    }
  }
}

/** Saves what is selected, or the whole page, as a file; tldraw's own format holds every page. Never throws. */
export async function saveAs(
  editor: Editor,
  format: ExchangeFormat,
  port: SavePort,
  now: number,
): Promise<CopyResult> {
  const made = await tryToMake(editor, format, 'file', now)
  if ('ok' in made) return made
  const { ending, mimeType } = FILES[format]
  const content =
    typeof made.content === 'string' ? new Blob([made.content], { type: mimeType }) : made.content
  port.save({ fileName: `board.${ending}`, content })
  return { ok: true, notCarried: made.notCarried }
}

async function tryToMake(
  editor: Editor,
  format: ExchangeFormat,
  target: 'file' | 'clipboard',
  now: number,
): Promise<Made | (CopyResult & { readonly ok: false })> {
  const ids = chosenIds(editor)
  const isWhole = editor.getSelectedShapeIds().length === 0
  const isEmpty =
    format === 'tldr' && isWhole
      ? editor.getPages().every((page) => editor.getPageShapeIds(page).size === 0)
      : ids.length === 0
  if (isEmpty)
    return {
      ok: false,
      title: 'There is nothing to copy yet.',
      detail: 'Draw something, or turn to a page with a drawing.',
    }
  try {
    return await make(editor, { format, target, ids, isWhole, now })
  } catch {
    return {
      ok: false,
      title: `It could not be made into ${FORMAT_NAMES[format]}.`,
      detail: 'The board is as it was. Try a smaller selection.',
    }
  }
}

interface MakeOptions {
  readonly format: ExchangeFormat
  readonly target: 'file' | 'clipboard'
  readonly ids: readonly TLShapeId[]
  readonly isWhole: boolean
  readonly now: number
}

async function make(editor: Editor, { format, target, ids, isWhole, now }: MakeOptions): Promise<Made> {
  switch (format) {
    case 'png': {
      const { blob } = await editor.toImage([...ids], {
        format: 'png',
        background: true,
        padding: PADDING,
        pixelRatio: PNG_SCALE,
      })
      return { content: blob, notCarried: [] }
    }
    case 'svg': {
      const picture = await editor.getSvgString([...ids], { background: true, padding: PADDING })
      if (!picture) throw new Error('nothing to draw')
      return { content: picture.svg, notCarried: [] }
    }
    case 'mermaid': {
      const { graph, left } = chosenGraph(editor, ids)
      const { text, notCarried } = graphToMermaid(graph)
      return { content: text, notCarried: [...notCarried, ...left] }
    }
    case 'graph-json': {
      const { graph, left } = chosenGraph(editor, ids)
      return { content: JSON.stringify(graphJson(graph), null, 2), notCarried: left }
    }
    case 'excalidraw':
      return excalidrawOf(editor, ids, target, now)
    case 'tldr':
      return { content: writeTldr(await tldrRecords(editor, isWhole ? null : ids)), notCarried: [] }
  }
}

/** What is selected and all that is in it; without a selection, the page. */
function chosenIds(editor: Editor): TLShapeId[] {
  const selected = editor.getSelectedShapeIds()
  return [
    ...(selected.length > 0 ? editor.getShapeAndDescendantIds(selected) : editor.getCurrentPageShapeIds()),
  ]
}

async function excalidrawOf(
  editor: Editor,
  ids: readonly TLShapeId[],
  target: 'file' | 'clipboard',
  now: number,
): Promise<Made> {
  const shapes = ids.flatMap((id) => editor.getShape(id) ?? [])
  const chosen = new Set<string>(ids)
  const images = new Map<string, { dataUrl: string; mimeType: string }>()
  for (const shape of shapes) {
    const assetId = imageAssetOf(shape)
    if (assetId === null) continue
    const dataUrl = await imageData(editor, assetId)
    if (dataUrl !== null) images.set(assetId, { dataUrl, mimeType: mimeTypeOf(dataUrl) })
  }
  const origin = new Map<string, Placement>()
  for (const shape of shapes) {
    if (chosen.has(shape.parentId)) continue
    const { x, y } = editor.getShapeParentTransform(shape).point()
    origin.set(shape.parentId, { x, y, rotation: editor.getShapeParentTransform(shape).rotation() })
  }
  const { file, notCarried } = toExcalidraw({
    shapes,
    bindings: bindingsAmong(editor, chosen),
    images,
    origin,
    target,
    now,
  })
  return { content: JSON.stringify(file), notCarried }
}

/** Every record of the board, or one page with the chosen shapes; images as data. */
async function tldrRecords(editor: Editor, ids: readonly TLShapeId[] | null): Promise<TLRecord[]> {
  const all = editor.store.allRecords()
  if (ids === null) {
    return Promise.all(
      all
        .filter(({ typeName }) => editor.store.scopedTypes.document.has(typeName))
        .map((record) => selfContained(editor, record)),
    )
  }
  const content = editor.getContentFromCurrentPage([...ids])
  if (!content) throw new Error('nothing to copy')
  const pageId = editor.getCurrentPageId()
  const roots = new Set<string>(content.rootShapeIds)
  const shapes = content.shapes.map((shape): TLShape =>
    roots.has(shape.id) ? { ...shape, parentId: pageId } : shape,
  )
  const frame = all.filter(({ id, typeName }) => typeName === 'document' || id === pageId)
  const assets = await Promise.all(content.assets.map((asset) => selfContained(editor, asset)))
  return [...frame, ...shapes, ...(content.bindings ?? []), ...assets]
}

async function selfContained(editor: Editor, record: TLRecord | TLAsset): Promise<TLRecord> {
  if (record.typeName !== 'asset' || record.type !== 'image') return record
  return { ...record, props: { ...record.props, src: await imageData(editor, record.id) } }
}

async function imageData(editor: Editor, assetId: TLAsset['id']): Promise<string | null> {
  const src = await editor.resolveAssetUrl(assetId, { shouldResolveToOriginal: true })
  return isImageData(src) ? src : null
}
