import type { TLRecord } from 'tldraw'

/** Whether a record is its own ancestor in the world that `lookup` shows. Renderers recurse over parents for ever. */
export function isOwnAncestor(record: TLRecord, lookup: (id: string) => TLRecord | undefined): boolean {
  const seen = new Set<string>([record.id])
  let parent = parentOf(record, lookup)
  while (parent !== undefined) {
    if (seen.has(parent.id)) return true
    seen.add(parent.id)
    parent = parentOf(parent, lookup)
  }
  return false
}

function parentOf(record: TLRecord, lookup: (id: string) => TLRecord | undefined): TLRecord | undefined {
  return record.typeName === 'shape' ? lookup(record.parentId) : undefined
}
