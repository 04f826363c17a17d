import * as Y from 'yjs'
import type { SerializedSchema } from '@tldraw/store'
import type { TLRecord, TLSchema } from '@tldraw/tlschema'
import { boardSchemaHash, boardSequences, createBoardSchema } from './board-schema.ts'
import { differingFacets, facetsAsStored, recordToFacets } from './facets.ts'
import { FIRST_SCHEMA_HASH, FIRST_SCHEMA_SEQUENCES } from './first-schema.ts'
import { metaOf, putNewRecord, recordsOf, UPGRADE_ORIGIN } from './layout.ts'
import { facetsOf, updateAllFacets } from './record-map.ts'

/**
 * How a stored board's schema relates to this version's:
 *
 *     same      nothing to do
 *     upgraded  records and meta have been brought up to this version, in one transaction of origin `UPGRADE_ORIGIN`
 *     newer     it has shape types this version does not know, and nothing else: they become placeholders
 *     unknown   it cannot be read: a newer version has changed a type this one knows, or nobody knows who wrote it
 */
export type Upgrade = 'same' | 'upgraded' | 'newer' | 'unknown'

/**
 * Brings a board that was stored by an earlier version up to this one (L15), by tldraw's migrations. Every process
 * makes the same of it. Call it on the folded document, before anything checks its records.
 */
export function upgradeBoard(doc: Y.Doc, schema: TLSchema = createBoardSchema()): Upgrade {
  const meta = metaOf(doc)
  const hash = boardSchemaHash(schema)
  const stored = storedSequences(meta)
  if (stored === undefined) return 'unknown'
  if (meta.get('schema') === hash && meta.has('sequences')) return 'same'

  const known = boardSequences(schema)
  const versions = Object.entries(known).map(([id, version]) => ({ version, before: stored[id] }))
  if (versions.some(({ version, before }) => before !== undefined && before > version)) return 'unknown'
  const foreign = Object.keys(stored).some((id) => known[id] === undefined)
  const older = versions.some(({ version, before }) => before === undefined || before < version)
  if (foreign && !older) return 'newer'

  doc.transact(() => {
    migrate(doc, schema, { schemaVersion: 2, sequences: { ...stored } })
    meta.set('schema', hash)
    // What a newer version knew besides stays known to be there.
    meta.set('sequences', { ...stored, ...known })
  }, UPGRADE_ORIGIN)
  return 'upgraded'
}

function storedSequences(meta: Y.Map<unknown>): Readonly<Record<string, number>> | undefined {
  const sequences: unknown = meta.get('sequences')
  if (sequences !== undefined) return isVersions(sequences) ? sequences : undefined
  return meta.get('schema') === FIRST_SCHEMA_HASH ? FIRST_SCHEMA_SEQUENCES : undefined
}

function isVersions(value: unknown): value is Readonly<Record<string, number>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((version) => Number.isSafeInteger(version))
  )
}

function migrate(doc: Y.Doc, schema: TLSchema, from: SerializedSchema): void {
  const before = new Map<string, TLRecord>()
  for (const [id, map] of recordsOf(doc)) {
    const record = map instanceof Y.Map ? facetsAsStored(id, facetsOf(map)) : undefined
    if (record !== undefined) before.set(id, record)
  }
  // Migrations may change what they are given.
  const store = structuredClone(Object.fromEntries(before))
  const migrated = schema.migrateStoreSnapshot({ store, schema: from })
  if (migrated.type === 'error') throw new Error(`the board cannot be migrated: ${migrated.reason}`)
  const after = new Map(Object.entries(migrated.value))
  for (const id of [...before.keys()].toSorted()) {
    if (!after.has(id)) recordsOf(doc).delete(id)
  }
  for (const [id, record] of [...after].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const map = recordsOf(doc).get(id)
    const was = before.get(id)
    if (was === undefined || !(map instanceof Y.Map)) {
      putNewRecord(doc, record)
      continue
    }
    const facets = recordToFacets(record)
    if (differingFacets(recordToFacets(was), facets).length > 0) updateAllFacets(map, facets)
  }
}
