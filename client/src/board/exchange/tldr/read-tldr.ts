import { MAX_PAGES, MAX_RECORDS } from '@drawbar/shared/board/board-limits.ts'
import {
  boardSequences,
  createBoardSchema,
  isBoardShapeType,
  isForeignShapeType,
} from '@drawbar/shared/board/board-schema.ts'
import { checkRecord } from '@drawbar/shared/board/check-record.ts'
import { asObject } from '@drawbar/shared/board/facet-key.ts'
import { propsToPlaceholder } from '@drawbar/shared/board/own-facets.ts'
import { PAGE_ORIGIN, placeInside, type Placement } from '@drawbar/shared/board/page-transform.ts'
import { isOwnShapeType, OWN_SHAPES, PARENT_SHAPE_TYPES } from '@drawbar/shared/board/shapes/own-shapes.ts'
import { PLACEHOLDER } from '@drawbar/shared/board/shapes/placeholder-shape.ts'
import {
  parseTldrawJsonFile,
  type TLAsset,
  type TLBinding,
  type TldrawFileParseError,
  type TLPage,
  type TLRecord,
  type TLShape,
} from 'tldraw'
import { z } from 'zod'
import {
  imageAssetOf,
  IMPORT_PAGE,
  isImageData,
  MAX_FILE_LENGTH,
  refused,
  type ImportedPage,
  type ReadDrawing,
  type Refusal,
} from '../imported-drawing.ts'
import { Tally } from '../tally.ts'
import { asOlderFile } from './newer-file.ts'

const recordSchema = z.looseObject({ id: z.string(), typeName: z.string() })
const fileSchema = z.looseObject({
  tldrawFileFormatVersion: z.number(),
  schema: z.looseObject({}),
  records: z.array(recordSchema).max(MAX_RECORDS * 4),
})

type FileRecord = z.infer<typeof recordSchema>

/**
 * Reads a `.tldr` file of any version that tldraw's own migrations know, and of tldraw 4. What has no place on a board is taken out
 * before tldraw's parser sees it: one such record would stop it from reading any.
 */
export function readTldr(text: string): ReadDrawing {
  if (text.length > MAX_FILE_LENGTH)
    return refused('The tldraw file is too large.', 'Copy a part of it and paste that.')
  const parsed = fileSchema.safeParse(parseJson(text))
  if (!parsed.success) {
    return parsed.error.issues.some(({ code }) => code === 'too_big')
      ? refused('The tldraw file has too many parts.', 'Copy a part of it and paste that.')
      : refused('That is no tldraw file.', 'Save it again in tldraw and open the new file.')
  }
  const tally = new Tally()
  const inDocument = parsed.data.records.filter(({ typeName }) => !SESSION.has(typeName))
  const file = asOlderFile({ ...parsed.data, records: inDocument }, boardSequences())
  const records = file.records
    .map((record) => readable(record, tally))
    .filter((record) => mayBeOnBoard(record, tally))
  const ids = new Set(records.map(({ id }) => id))
  const bound = records.filter((record) => record.typeName !== 'binding' || bothEnds(record, ids))
  const result = parseTldrawJsonFile({
    schema: createBoardSchema(),
    json: JSON.stringify({ ...file, records: bound }),
  })
  if (!result.ok) return refusalOf(result.error)
  return {
    ok: true,
    drawing: { pages: pagesOf(result.value.allRecords(), tally), notCarried: tally.sentences() },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['embed', 'embed: a board does not load other sites'],
  ['bookmark', 'bookmark: a board does not load other sites'],
  ['video', 'video: a board takes still images only'],
])
const SESSION = new Set([
  'camera',
  'instance',
  'instance_page_state',
  'instance_presence',
  'pointer',
  'user',
  'user_document',
  'user_presence',
])

/**
 * A shape of ours gets the props that have come since the file was written, as they are by default. One of a type nobody
 * here knows is kept behind a placeholder, as if a newer version had drawn it.
 */
function readable(record: FileRecord, tally: Tally): FileRecord {
  const { typeName, type } = record
  if (typeName !== 'shape' || typeof type !== 'string') return record
  if (isOwnShapeType(type))
    return { ...record, props: { ...OWN_SHAPES[type].defaults, ...asObject(record.props) } }
  if (!isForeignShapeType(type)) return record
  const { props, left } = propsToPlaceholder(type, asObject(record.props))
  for (const name of left) {
    tally.add(
      `property that cannot be kept: “${name}” of “${type}”`,
      `properties that cannot be kept: “${name}” of “${type}”`,
    )
  }
  return { ...record, type: PLACEHOLDER, props }
}

function mayBeOnBoard(record: FileRecord, tally: Tally): boolean {
  const type = typeof record.type === 'string' ? record.type : ''
  switch (record.typeName) {
    case 'shape': {
      if (isBoardShapeType(type)) return true
      const known = LEFT_OUT.get(type)
      tally.add(
        known ?? `part of a kind that is not known here: “${type}”`,
        known ? undefined : `parts of a kind that is not known here: “${type}”`,
      )
      return false
    }
    case 'asset':
      return type === 'image'
    case 'binding':
      return type === 'arrow'
    default:
      return true
  }
}

function bothEnds({ fromId, toId }: FileRecord, ids: ReadonlySet<string>): boolean {
  return typeof fromId === 'string' && typeof toId === 'string' && ids.has(fromId) && ids.has(toId)
}

function refusalOf(error: TldrawFileParseError): Refusal {
  switch (error.type) {
    case 'v1File':
      return refused(
        'The file is from a tldraw of 2022.',
        'Open it on tldraw.com, save it there and open the new file.',
      )
    case 'fileFormatVersionTooNew':
    case 'migrationFailed':
      return refused(
        'The file is from a newer tldraw.',
        'Copy the shapes in tldraw as SVG or PNG, or export to Excalidraw.',
      )
    case 'notATldrawFile':
      return refused('That is no tldraw file.', 'Save it again in tldraw and open the new file.')
    case 'invalidRecords':
      return refused('The tldraw file is damaged.', 'Save it again in tldraw and open the new file.')
  }
}

function pagesOf(records: readonly TLRecord[], tally: Tally): ImportedPage[] {
  const pages = records.filter((record): record is TLPage => record.typeName === 'page')
  const shapes = records.filter((record): record is TLShape => record.typeName === 'shape')
  const assets = new Map(
    records
      .filter((record): record is TLAsset => record.typeName === 'asset')
      .map((asset) => [asset.id as string, asset]),
  )
  const childrenOf = Map.groupBy(shapes, ({ parentId }): string => parentId)
  const reached = new Set<string>()
  const filled = pages
    .toSorted((a, b) => (a.index < b.index ? -1 : 1))
    .map((page) => pageOf(page, { childrenOf, assets, reached, records, tally }))
    .filter((page) => page.shapes.length > 0)
  tally.add(
    'part: what it was in is left out',
    'parts: what they were in is left out',
    shapes.length - reached.size,
  )
  const kept = filled.slice(0, MAX_PAGES)
  tally.add(`page: a board has ${MAX_PAGES}`, `pages: a board has ${MAX_PAGES}`, filled.length - kept.length)
  return kept
}

interface FileParts {
  readonly childrenOf: ReadonlyMap<string, readonly TLShape[]>
  readonly assets: ReadonlyMap<string, TLAsset>
  readonly records: readonly TLRecord[]
  readonly reached: Set<string>
  readonly tally: Tally
}

function pageOf(page: TLPage, { childrenOf, assets, records, reached, tally }: FileParts): ImportedPage {
  const shapes: TLShape[] = []
  const images: ImportedPage['images'][number][] = []
  const take = (parentId: string, newParent: TLShape['parentId'], origin: Placement) => {
    const children = (childrenOf.get(parentId) ?? []).toSorted((a, b) => (a.index < b.index ? -1 : 1))
    for (const child of children) {
      if (reached.has(child.id)) continue
      reached.add(child.id)
      const shape = { ...child, ...placeInside(origin, child), parentId: newParent }
      if (shape.type === 'image') {
        const asset = assets.get(imageAssetOf(shape) ?? '')
        const src = asset?.type === 'image' ? asset.props.src : null
        if (asset?.type !== 'image' || !isImageData(src)) {
          tally.add(
            'image: it is not in the file, or of a format a board does not take',
            'images: they are not in the file, or of a format a board does not take',
          )
          continue
        }
        if (!images.some((image) => image.asset.id === asset.id)) {
          images.push({ asset: { ...asset, props: { ...asset.props, src: null } }, dataUrl: src })
        }
      }
      if (checkRecord(shape).ok) {
        shapes.push(shape)
        // What lies in a shape that carries nothing on a board lies beside it.
        if (PARENT_SHAPE_TYPES.has(shape.type)) take(child.id, child.id, PAGE_ORIGIN)
        else take(child.id, newParent, placeInside(origin, child))
      } else {
        tally.add('part: a board cannot hold it', 'parts: a board cannot hold them')
      }
    }
  }
  take(page.id, IMPORT_PAGE, PAGE_ORIGIN)
  const kept = new Set<string>(shapes.map(({ id }) => id))
  const bindings = records.filter((record): record is TLBinding => {
    return (
      record.typeName === 'binding' &&
      kept.has(record.fromId) &&
      kept.has(record.toId) &&
      checkRecord(record).ok
    )
  })
  return { name: page.name, shapes, bindings, images }
}
