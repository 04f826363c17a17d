import { Vec, type Editor, type TLShapeId } from 'tldraw'

const GLIDE_MS = 260
/** More at once would not be smooth anywhere; they jump. */
const MOST_GLIDING = 600

/**
 * Shows a change of places as a movement. The places are written at once; only what this page draws lags behind, so that
 * nobody else receives the way between. Arrows, which find their own new way, fade in. Runs `change` in any case.
 */
export function glide(editor: Editor, ids: Iterable<TLShapeId>, change: () => void): void {
  const moving = withDescendants(editor, ids)
  const before = new Map([...moving].map((id) => [id, pagePoint(editor, id)]))
  change()
  const speed = editor.user.getAnimationSpeed()
  if (speed <= 0 || wantsStillness(editor) || moving.size > MOST_GLIDING) return

  const duration = Math.min(GLIDE_MS, GLIDE_MS / speed)
  const elements = elementsById(editor)
  const play = (id: TLShapeId, frames: Keyframe[]) => {
    for (const element of elements.get(id) ?? []) {
      element.animate?.(frames, { duration, easing: 'cubic-bezier(0.2, 0, 0.2, 1)' })
    }
  }
  for (const [id, from] of before) {
    const to = pagePoint(editor, id)
    if (!from || !to || from.equals(to)) continue
    const { x, y } = Vec.Sub(from, to)
    play(id, [{ translate: `${x}px ${y}px` }, { translate: '0px 0px' }])
  }
  const arrows = new Set(
    [...moving].flatMap((id) => editor.getBindingsToShape(id, 'arrow').map(({ fromId }) => fromId)),
  )
  for (const id of arrows) if (!moving.has(id)) play(id, [{ opacity: 0 }, { opacity: 0, offset: 0.5 }, {}])
}

function withDescendants(editor: Editor, ids: Iterable<TLShapeId>): Set<TLShapeId> {
  const all = new Set<TLShapeId>()
  for (const id of ids) for (const each of editor.getShapeAndDescendantIds([id])) all.add(each)
  return all
}

function pagePoint(editor: Editor, id: TLShapeId): Vec | undefined {
  return editor.getShape(id) ? editor.getShapePageTransform(id).point() : undefined
}

function wantsStillness(editor: Editor): boolean {
  const window = editor.getContainer().ownerDocument.defaultView
  return window?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? false
}

function elementsById(editor: Editor): Map<string, Element[]> {
  const found = new Map<string, Element[]>()
  for (const element of editor.getContainer().querySelectorAll<HTMLElement>('.tl-shape[data-shape-id]')) {
    const id = element.dataset.shapeId ?? ''
    found.set(id, [...(found.get(id) ?? []), element])
  }
  return found
}
