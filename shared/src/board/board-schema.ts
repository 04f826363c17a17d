import type { SerializedSchema } from '@tldraw/store'
import { createTLSchema, defaultBindingSchemas, defaultShapeSchemas } from '@tldraw/tlschema'
import type { TLSchema } from '@tldraw/tlschema'
import { OWN_SHAPES, type OwnShapeType } from './shapes/own-shapes.ts'
import { isSlug } from './shapes/shape-texts.ts'
import { digest } from 'lib0/hash/sha256'
import { toHexString } from 'lib0/buffer'
import { encodeUtf8 } from 'lib0/string'

/** Version of the facet layout in the Yjs document (docs/sync.spec.md, section L). */
export const LAYOUT_VERSION = 1

/** Shapes that load foreign pages or media have no place on a board both ends must trust. */
const { embed: _embed, bookmark: _bookmark, video: _video, ...stockShapes } = defaultShapeSchemas
const boardShapes = { ...stockShapes, ...OWN_SHAPES }

export type StockShapeType = keyof typeof stockShapes
export type BoardShapeType = StockShapeType | OwnShapeType

/** Every shape type a board may hold, sorted. */
export const BOARD_SHAPE_TYPES: readonly BoardShapeType[] = (
  Object.keys(boardShapes) as BoardShapeType[]
).toSorted()

/** Record types that are shared and stored; everything else is one person's session state. */
export const BOARD_RECORD_TYPES = ['asset', 'binding', 'document', 'page', 'shape'] as const

export type BoardRecordType = (typeof BOARD_RECORD_TYPES)[number]

const shapeTypes: ReadonlySet<string> = new Set(BOARD_SHAPE_TYPES)
const recordTypes: ReadonlySet<string> = new Set(BOARD_RECORD_TYPES)

export function isBoardShapeType(type: string): type is BoardShapeType {
  return shapeTypes.has(type)
}

export function isBoardRecordType(typeName: string): typeName is BoardRecordType {
  return recordTypes.has(typeName)
}

/** Whether a shape type is one of tldraw's that a board may hold. */
export function isStockShapeType(type: string): type is StockShapeType {
  return Object.hasOwn(stockShapes, type)
}

/**
 * Whether a shape type is none this version knows, and may be a newer version's. It is kept and shown as a placeholder.
 * What is left out of tldraw's own types on purpose is not foreign: it is refused.
 */
export function isForeignShapeType(type: string): boolean {
  return !isBoardShapeType(type) && !Object.hasOwn(defaultShapeSchemas, type) && isSlug(type)
}

/** The names of a shape type's props, as tldraw's schema has them. */
export function shapePropNames(type: StockShapeType): readonly string[] {
  return Object.keys(stockShapes[type].props)
}

let boardSchema: TLSchema | undefined

/** tldraw's schema without `embed`, `bookmark` and `video`, and with our own shapes. One instance per process: it holds no state. */
export function createBoardSchema(): TLSchema {
  boardSchema ??= createTLSchema({ shapes: boardShapes, bindings: defaultBindingSchemas })
  return boardSchema
}

/** What goes with a snapshot so that a later tldraw can migrate it. */
export function serializedBoardSchema(): SerializedSchema {
  return createBoardSchema().serialize()
}

/** The version of each migration sequence, what a stored board is compared by when it is read again. */
export function boardSequences(schema: TLSchema = createBoardSchema()): Readonly<Record<string, number>> {
  return schema.serialize().sequences
}

const hashes = new WeakMap<TLSchema, string>()

/**
 * Sixteen hex digits that change whenever the meaning of stored bytes may change: tldraw's migrations, the shape
 * types, or the layout. Both ends compare it before the first sync message.
 */
export function boardSchemaHash(schema: TLSchema = createBoardSchema()): string {
  let hash = hashes.get(schema)
  if (hash === undefined) {
    const description = JSON.stringify({
      layout: LAYOUT_VERSION,
      shapes: BOARD_SHAPE_TYPES,
      sequences: Object.entries(boardSequences(schema)).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    })
    hash = toHexString(digest(encodeUtf8(description))).slice(0, 16)
    hashes.set(schema, hash)
  }
  return hash
}
