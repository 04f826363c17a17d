import { isBoardShapeType } from '@drawbar/shared/board/board-schema.ts'
import { isAssetSrc } from '@drawbar/shared/board/link-rules.ts'
import {
  defaultHandleExternalTextContent,
  type Editor,
  type TLAsset,
  type TLContent,
  type TLImageShape,
  type TLShapeId,
  type TLTextExternalContent,
  type VecLike,
} from 'tldraw'
import { addToast } from '../ui/toasts.ts'
import { tellOpened } from './exchange/exchange-menu.tsx'
import { openFile, openScene, openText } from './exchange/open-content.ts'
import { LOST_PINS, withoutLostPins } from './exchange/lost-pins.ts'
import { pasteCopied } from './exchange/paste-copied.ts'
import { takePastedJson } from './exchange/paste-json.ts'
import { planMermaid } from './exchange/plan-mermaid.ts'
import { Tally } from './exchange/tally.ts'
import { addImages, fileToAsset, replaceImage } from './add-images.ts'

const PORTS = { planMermaid }

/**
 * What may come onto the board from outside. Images are uploaded; text and tldraw shapes stay as they are; everything
 * that would load other sites' pages, or could carry scripts, is refused in words. Replaces tldraw's own handlers.
 * Returns the way to stop.
 */
export function takeExternalContent(editor: Editor): () => void {
  editor.registerExternalAssetHandler('file', ({ file, assetId }) => fileToAsset(editor, file, assetId))
  editor.registerExternalContentHandler('files', ({ files, point }) => {
    const [only] = files
    if (files.length === 1 && only !== undefined) {
      void openFile(editor, only, point ?? pointOf(editor), PORTS).then(tellOpened)
    } else {
      void addImages(editor, files, point ?? pointOf(editor))
    }
  })
  editor.registerExternalContentHandler('file-replace', ({ file, shapeId }) => {
    const shape = editor.getShape(shapeId)
    if (shape && editor.isShapeOfType<TLImageShape>(shape, 'image')) void replaceImage(editor, shape, file)
  })
  editor.registerExternalContentHandler('text', (content) => {
    const given = { name: '', mimeType: 'text/plain', text: plainOf(content) }
    void openText(editor, given, content.point ?? pointOf(editor), PORTS).then((opened) => {
      if (opened.ok && opened.what === 'ignored') return defaultHandleExternalTextContent(editor, content)
      tellOpened(opened)
      return undefined
    })
  })
  editor.registerExternalContentHandler('url', ({ url, point }) => {
    void defaultHandleExternalTextContent(editor, { text: url, point })
    refuse('Pasted as text.', 'A board does not load other sites, so a link stays a link.')
  })
  editor.registerExternalContentHandler('embed', () => {
    refuse('Embeds are off.', 'A board does not load other sites. Paste a picture or draw it instead.')
  })
  editor.registerExternalContentHandler('svg-text', () => {
    refuse('SVG is off.', 'It can carry scripts and links. Paste the picture as PNG instead.')
  })
  editor.registerExternalContentHandler('tldraw', ({ content, point }) => {
    const { kept, dropped } = onlyBoardContent(content)
    const { shapes, lost } = withoutLostPins(kept.shapes, (id) => {
      return kept.shapes.some((shape) => shape.id === id) || editor.getShape(id as TLShapeId) !== undefined
    })
    const left = new Tally()
    left.add(...LOST_PINS, lost)
    if (dropped || lost > 0) {
      const foreign = dropped ? ['Embeds, bookmarks, video and images of other sites are off.'] : []
      refuse('Some of it was left out.', [...foreign, ...left.sentences()].join(' '))
    }
    if (shapes.length > 0) pasteCopied(editor, { ...kept, shapes: [...shapes] }, point)
  })
  editor.registerExternalContentHandler('excalidraw', ({ content, point }) => {
    void openScene(editor, content, point ?? pointOf(editor)).then(tellOpened)
  })

  return takePastedJson(editor)
}

/** The text as it was copied, where an editor has put its colours beside it: those lose line breaks and spaces. */
function plainOf({ text, sources = [] }: TLTextExternalContent): string {
  const [plain] = sources.flatMap((source) =>
    source.type === 'text' && (source.subtype === 'text' || source.subtype === 'json') ? [source.data] : [],
  )
  return plain ?? text
}

/** The part of copied tldraw content that a board may hold. */
export function onlyBoardContent(content: TLContent): {
  readonly kept: TLContent
  readonly dropped: boolean
} {
  const assets = content.assets.filter(isBoardAsset)
  const assetIds = new Set<string>(assets.map(({ id }) => id))
  const shapes = content.shapes.filter((shape) => {
    if (!isBoardShapeType(shape.type)) return false
    if (!('assetId' in shape.props) || typeof shape.props.assetId !== 'string') return true
    return assetIds.has(shape.props.assetId)
  })
  const shapeIds = new Set<string>(shapes.map(({ id }) => id))
  const rootShapeIds = content.rootShapeIds.filter((id) => shapeIds.has(id))
  const bindings = content.bindings?.filter(({ fromId, toId }) => shapeIds.has(fromId) && shapeIds.has(toId))
  return {
    kept: { ...content, assets, shapes, rootShapeIds, bindings },
    dropped: shapes.length < content.shapes.length,
  }
}

/** Ours, or carried along as data, which is uploaded like a file. */
function isBoardAsset({ type, props: { src } }: TLAsset): boolean {
  if (type !== 'image' || src === null) return false
  return isAssetSrc(src) || (src.startsWith('data:image/') && !src.startsWith('data:image/svg'))
}

function pointOf(editor: Editor): VecLike {
  return editor.inputs.shiftKey ? editor.inputs.currentPagePoint : editor.getViewportPageBounds().center
}

function refuse(title: string, detail: string): void {
  addToast({ title, detail })
}
