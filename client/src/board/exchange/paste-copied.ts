import { pinOf } from '@drawbar/shared/board/shapes/connector-meta.ts'
import { defaultHandleExternalTldrawContent, type Editor, type TLContent, type VecLike } from 'tldraw'
import { withNewIds } from './with-new-ids.ts'

/** As tldraw pastes. What is pinned to a worksheet among it is pinned to the worksheet's copy, which tldraw does not know of. */
export function pasteCopied(editor: Editor, content: TLContent, point: VecLike | undefined): void {
  const ids = new Set<string>(content.shapes.map(({ id }) => id))
  const hasPins = content.shapes.some(({ meta }) => ids.has(pinOf(meta)?.worksheetId ?? ''))
  if (!hasPins) {
    void defaultHandleExternalTldrawContent(editor, { content, point })
    return
  }
  const roots = new Set<string>(content.rootShapeIds)
  const unlocked = content.shapes.map((shape) =>
    roots.has(shape.id) ? { ...shape, isLocked: false } : shape,
  )
  const [copies] = withNewIds([{ shapes: unlocked, bindings: content.bindings ?? [] }])
  if (!copies) return
  const rootShapeIds = copies.shapes.flatMap(({ id }, at) =>
    roots.has(content.shapes[at]?.id ?? '') ? [id] : [],
  )
  editor.markHistoryStoppingPoint('paste')
  editor.run(() => {
    editor.putContentOntoCurrentPage(
      { ...content, shapes: [...copies.shapes], bindings: [...copies.bindings], rootShapeIds },
      { ...(point === undefined ? {} : { point }), select: true, preserveIds: true },
    )
  })
}
