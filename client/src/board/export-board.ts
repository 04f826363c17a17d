import { isAssetSrc } from '@drawbar/shared/board/link-rules.ts'
import { Editor, type TLRecord } from 'tldraw'
import type { ParticipantApi } from '../session/api.ts'
import { BOARD_ASSET_URLS } from './asset-urls.ts'
import { BOARD_BINDING_UTILS, BOARD_SHAPE_UTILS, BOARD_TEXT_OPTIONS } from './canvas-parts.ts'
import { blobToDataUrl, createImageAssets } from './image-assets.ts'
import { createSnapshotStore, type BoardSnapshot } from './snapshot-store.ts'
import { pagesAsPng, pagesAsSvg } from './take-picture.ts'

export interface BoardExportOptions {
  readonly snapshot: BoardSnapshot
  readonly roundId: string
  readonly api: Pick<ParticipantApi, 'uploadImage' | 'image'>
}

/** What can be made of a board that is not on screen. Close it when done. */
export interface BoardExport {
  /** A tldraw file (`.tldr`) with its images inside. */
  tldr(): Promise<string>
  /** All pages on a light ground; null when nothing was drawn. */
  svg(): Promise<string | null>
  png(): Promise<Blob | null>
  close(): void
}

/** Opens a record's board outside the screen: pictures need a canvas that measures text. */
export function openBoardExport({ snapshot, roundId, api }: BoardExportOptions): BoardExport {
  const images = createImageAssets({ api, roundId })
  const container = document.createElement('div')
  container.className = 'tl-container tl-theme__light'
  Object.assign(container.style, { position: 'fixed', left: '-10000px', width: '1200px', height: '800px' })
  container.setAttribute('aria-hidden', 'true')
  document.body.append(container)
  const editor = new Editor({
    store: createSnapshotStore(snapshot, images),
    shapeUtils: BOARD_SHAPE_UTILS,
    bindingUtils: BOARD_BINDING_UTILS,
    tools: [],
    textOptions: BOARD_TEXT_OPTIONS,
    fontAssetUrls: BOARD_ASSET_URLS.fonts,
    getContainer: () => container,
  })
  return {
    tldr: async () => tldrawFile(editor, (src) => imageAsData(api, roundId, src)),
    svg: async () => (await pagesAsSvg(editor, editor.getPages()))?.svg ?? null,
    png: () => pagesAsPng(editor, editor.getPages()),
    close() {
      editor.dispose()
      container.remove()
      images.close()
    },
  }
}

const TLDRAW_FILE_VERSION = 1

async function tldrawFile(editor: Editor, asData: (src: string) => Promise<string | null>): Promise<string> {
  const records: TLRecord[] = []
  for (const record of editor.store.allRecords()) {
    if (editor.store.scopedTypes.document.has(record.typeName))
      records.push(await selfContained(record, asData))
  }
  return JSON.stringify({
    tldrawFileFormatVersion: TLDRAW_FILE_VERSION,
    schema: editor.store.schema.serialize(),
    records,
  })
}

/** The record with its image in it instead of its name; an image that is gone leaves an empty place. */
async function selfContained(
  record: TLRecord,
  asData: (src: string) => Promise<string | null>,
): Promise<TLRecord> {
  if (record.typeName !== 'asset' || record.type !== 'image') return record
  const { src } = record.props
  if (src === null || !isAssetSrc(src)) return record
  return { ...record, props: { ...record.props, src: await asData(src) } }
}

async function imageAsData(
  api: Pick<ParticipantApi, 'image'>,
  roundId: string,
  src: string,
): Promise<string | null> {
  const outcome = await api.image(roundId, src)
  return outcome.ok ? blobToDataUrl(outcome.value) : null
}
