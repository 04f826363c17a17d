import type { TLAsset, TLRecord, TLSchema, TLShape } from '@tldraw/tlschema'
import {
  MAX_ASSET_BYTES,
  MAX_COORDINATE,
  MAX_ID_LENGTH,
  MAX_LINE_POINTS,
  MAX_META_BYTES,
  MAX_RECORD_BYTES,
  MAX_SCALE,
  MAX_SIZE,
  MAX_TEXT_LENGTH,
  MIN_LINE_POINTS,
} from './board-limits.ts'
import { createBoardSchema, isBoardRecordType, isBoardShapeType, isForeignShapeType } from './board-schema.ts'
import type { BoardRecordType } from './board-schema.ts'
import { checkRichText } from './check-rich-text.ts'
import type { RichTextFault } from './check-rich-text.ts'
import { isAssetSrc, isSafeLink, isWebLink } from './link-rules.ts'
import { strokeFault } from './check-stroke.ts'
import { PLACEHOLDER, type PlaceholderProps } from './shapes/placeholder-shape.ts'
import { findJsonFault, jsonFits } from './plain-json.ts'

/** Why a record is refused. Fixed words: they go into logs and to other people, a record's content must not. */
export type RecordFault =
  | 'not-a-record'
  | 'not-on-board'
  | 'type-changed'
  | 'schema'
  | 'not-json'
  | 'id-too-long'
  | 'coordinate'
  | 'size'
  | 'stroke'
  | 'line'
  | 'text-too-long'
  | 'meta-too-large'
  | 'record-too-large'
  | 'asset'
  | RichTextFault

export type RecordCheck =
  | { readonly ok: true; readonly record: TLRecord }
  | { readonly ok: false; readonly reason: RecordFault }

/**
 * Whether a record may stand on a board: tldraw's own validation (`schema`) and then ours, which refuses what
 * tldraw accepts but what breaks, slows or abuses other people's browsers (docs/sync.spec.md, R2). Never throws.
 *
 * @param previous the record it replaces, when there is one
 */
export function checkRecord(
  record: unknown,
  previous?: TLRecord,
  schema: TLSchema = createBoardSchema(),
): RecordCheck {
  try {
    return check(record, previous, schema)
  } catch {
    // A getter, a proxy or a very deep value: nothing a record has.
    return { ok: false, reason: 'not-json' }
  }
}

function check(value: unknown, previous: TLRecord | undefined, schema: TLSchema): RecordCheck {
  if (!hasTypeName(value) || !isBoardRecordType(value.typeName)) {
    return { ok: false, reason: hasTypeName(value) ? 'not-on-board' : 'not-a-record' }
  }
  const bare = withoutPoints(value)
  const { meta, ...fields } = bare
  const maxNumber = value.typeName === 'asset' ? MAX_ASSET_BYTES : MAX_COORDINATE
  const jsonFault = findJsonFault(meta, Infinity) ?? findJsonFault(fields, maxNumber)
  if (jsonFault !== undefined) return { ok: false, reason: jsonFault === 'number' ? 'coordinate' : jsonFault }

  let checked: TLRecord
  try {
    checked = validatorOf(schema, value.typeName).validate(bare, previous)
  } catch {
    return { ok: false, reason: 'schema' }
  }
  const reason = faultOf(checked, previous) ?? strokeFault(value)
  // The value is the checked record, or that with points that are checked as strictly.
  return reason === undefined ? { ok: true, record: value as TLRecord } : { ok: false, reason }
}

function validatorOf(
  { types }: TLSchema,
  typeName: BoardRecordType,
): { validate(record: unknown, previous?: TLRecord): TLRecord } {
  return types[typeName]
}

function faultOf(record: TLRecord, previous: TLRecord | undefined): RecordFault | undefined {
  if (record.id.length > MAX_ID_LENGTH) return 'id-too-long'
  if (previous !== undefined && kindOf(previous) !== kindOf(record)) return 'type-changed'
  if ('meta' in record && !jsonFits(record.meta, MAX_META_BYTES)) return 'meta-too-large'
  if (!jsonFits(record, MAX_RECORD_BYTES)) return 'record-too-large'
  switch (record.typeName) {
    case 'shape':
      return shapeFault(record)
    case 'asset':
      return assetFault(record)
    case 'page':
    case 'document':
      return record.name.length > MAX_TEXT_LENGTH ? 'text-too-long' : undefined
    default:
      return undefined
  }
}

function shapeFault(shape: TLShape): RecordFault | undefined {
  if (!isBoardShapeType(shape.type)) return 'not-on-board'
  const props: Readonly<Record<string, unknown>> = { ...shape.props }
  if (shape.type === PLACEHOLDER && !isForeignShapeType(typeOfPlaceholder(props))) return 'not-on-board'
  for (const name of ['w', 'h', 'growY']) if (exceeds(props[name], MAX_SIZE)) return 'size'
  if (exceeds(props.scale, MAX_SCALE)) return 'size'
  for (const name of ['text', 'name', 'altText']) {
    const text = props[name]
    if (typeof text === 'string' && text.length > MAX_TEXT_LENGTH) return 'text-too-long'
  }
  if (props.richText !== undefined) {
    const richText = checkRichText(props.richText)
    if (!richText.ok) return richText.reason
    if (richText.length > MAX_TEXT_LENGTH) return 'text-too-long'
  }
  if (props.url !== undefined && props.url !== '') {
    if (!(shape.type === 'image' ? isWebLink(props.url) : isSafeLink(props.url))) return 'link'
  }
  return shape.type === 'line' ? lineFault(props.points) : undefined
}

/** What a placeholder stands for; a type that a board refuses must not come in behind one. */
function typeOfPlaceholder(props: Readonly<Record<string, unknown>>): string {
  const { of } = props as unknown as PlaceholderProps
  return of.type
}

/** A line's handles are put between neighbours' indices, which throws when two of them are equal. */
function lineFault(points: unknown): RecordFault | undefined {
  const entries = Object.entries(points as Record<string, { id: string; index: string }>)
  if (entries.length < MIN_LINE_POINTS || entries.length > MAX_LINE_POINTS) return 'line'
  if (entries.some(([key, point]) => key !== point.id)) return 'line'
  return new Set(entries.map(([, { index }]) => index)).size < entries.length ? 'line' : undefined
}

const IMAGE_TYPES: ReadonlySet<string | null> = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  null,
])

/** An asset without `src` is an upload on its way. */
function assetFault(asset: TLAsset): RecordFault | undefined {
  if (asset.type !== 'image') return 'not-on-board'
  const { src, mimeType, name, w, h } = asset.props
  if (src !== null && src !== '' && !isAssetSrc(src)) return 'asset'
  if (!IMAGE_TYPES.has(mimeType)) return 'asset'
  if (exceeds(w, MAX_SIZE) || exceeds(h, MAX_SIZE)) return 'size'
  return name.length > MAX_TEXT_LENGTH ? 'text-too-long' : undefined
}

function exceeds(value: unknown, max: number): boolean {
  return typeof value === 'number' && Math.abs(value) > max
}

/**
 * What never changes about a record: its type, and that of a shape. Two shapes of unknown types are not alike for both
 * having a placeholder.
 */
export function kindOf(record: TLRecord): string {
  if (!('type' in record)) return record.typeName
  const type: string = record.type
  const isPlaceholder = record.typeName === 'shape' && type === PLACEHOLDER
  return `${record.typeName}:${isPlaceholder ? typeOfPlaceholder({ ...record.props }) : type}`
}

interface Named {
  readonly typeName: string
  readonly props?: unknown
  readonly meta?: unknown
}

function hasTypeName(value: unknown): value is Named {
  return (
    typeof value === 'object' && value !== null && 'typeName' in value && typeof value.typeName === 'string'
  )
}

/**
 * The same record with no points in its stroke. They are checked by `strokeFault`: their JSON is several times what
 * they take in the document, and tldraw's validator needs milliseconds for what is looked at on every tick of a drag.
 */
function withoutPoints<R extends Named>(record: R): R {
  const { props } = record
  if (typeof props !== 'object' || props === null || !('segments' in props)) return record
  return { ...record, props: { ...props, segments: [] } }
}
