import { pinOf } from '@drawbar/shared/board/shapes/connector-meta.ts'
import { atom, isShape, type Atom, type Editor, type TLShapeId } from 'tldraw'

/**
 * The shapes on all pages that have a pin. After one look at the board only changed records are looked at, so shapes
 * without a pin cost nothing. Call `stop` when it is no longer needed.
 */
export function watchPins(editor: Editor): {
  readonly ids: Atom<readonly TLShapeId[]>
  readonly stop: () => void
} {
  const pinned = new Set<TLShapeId>()
  for (const record of editor.store.allRecords()) {
    if (isShape(record) && pinOf(record.meta)) pinned.add(record.id)
  }
  const ids = atom<readonly TLShapeId[]>('pinned shapes', [...pinned])
  const stop = editor.store.listen(
    ({ changes: { added, updated, removed } }) => {
      let isChanged = false
      for (const record of [...Object.values(added), ...Object.values(updated).map(([, after]) => after)]) {
        if (!isShape(record)) continue
        const isPinned = pinOf(record.meta) !== undefined
        if (isPinned === pinned.has(record.id)) continue
        if (isPinned) pinned.add(record.id)
        else pinned.delete(record.id)
        isChanged = true
      }
      for (const record of Object.values(removed)) {
        if (isShape(record) && pinned.delete(record.id)) isChanged = true
      }
      if (isChanged) ids.set([...pinned])
    },
    { scope: 'document' },
  )
  return { ids, stop }
}
