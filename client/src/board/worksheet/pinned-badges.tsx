import { Pin, PinOff, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { react, stopEventPropagation, useEditor, useValue, type Editor, type TLShapeId } from 'tldraw'
import { isLocked } from '../locks.ts'
import { loadMath, mathState } from './load-math.ts'
import { badgePlace, pinnedTextOf } from './pinned-shape.ts'
import styles from './pinned-badges.module.css'
import { unpin } from './pinning.ts'
import { watchPins } from './watch-pins.ts'

/** Pinned results at the lower right of what they are pinned to. For tldraw's `OnTheCanvas`: panning costs them nothing. */
export function PinnedBadges() {
  const editor = useEditor()
  const [ids, setIds] = useState<readonly TLShapeId[]>([])
  useEffect(() => {
    const { ids: watched, stop } = watchPins(editor)
    const stopListening = react('pinned badges', () => setIds(watched.get()))
    return () => {
      stopListening()
      stop()
    }
  }, [editor])
  const isNeeded = ids.length > 0
  useEffect(() => {
    if (isNeeded) void loadMath()
  }, [isNeeded])
  return (
    <div className={styles.badges}>
      {ids.map((id) => (
        <Badge key={id} id={id} />
      ))}
    </div>
  )
}

function Badge({ id }: { readonly id: TLShapeId }) {
  const editor = useEditor()
  const place = useValue('pinned place', () => placeOf(editor, id), [editor, id])
  const text = useValue(
    'pinned text',
    () => {
      const shape = editor.getShape(id)
      return shape ? pinnedTextOf(editor, shape, mathState.get()) : null
    },
    [editor, id],
  )
  const isSelected = useValue(
    'pin can be taken off',
    () => {
      const selected = editor.getOnlySelectedShape()
      return selected?.id === id && !isLocked(editor, selected) && !editor.getIsReadonly()
    },
    [editor, id],
  )
  if (!place || !text) return null
  const Icon = text.isBroken ? TriangleAlert : Pin
  return (
    <div className={styles.badge} style={{ transform: place }} data-broken={text.isBroken || undefined}>
      <Icon size={12} aria-hidden />
      <span className={styles.name}>{text.name}</span>
      <b>{text.value}</b>
      {isSelected ? (
        <button
          type="button"
          className={styles.unpin}
          aria-label={`Unpin ${text.name}`}
          title="Unpin"
          onPointerDown={stopEventPropagation}
          onClick={() => unpin(editor, id)}
        >
          <PinOff size={12} aria-hidden />
        </button>
      ) : null}
    </div>
  )
}

/** Null for what is on another page or out of sight. */
function placeOf(editor: Editor, id: TLShapeId): string | null {
  const shape = editor.getShape(id)
  if (!shape || editor.getAncestorPageId(shape) !== editor.getCurrentPageId()) return null
  const place = badgePlace(editor, shape)
  if (!place || editor.getCulledShapes().has(id)) return null
  return `translate(${place.x}px, ${place.y}px) translateX(${place.from === 'middle' ? '-50%' : '-100%'})`
}
