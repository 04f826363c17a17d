import { useEffect, useState, type CSSProperties, type RefObject } from 'react'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { onBoard } from '../../bring-into-room.ts'
import { freeRoom } from '../../free-room.ts'
import { useFreeRoomVersion } from '../../use-free-room.ts'
import { barShift } from './bar-place.ts'

/** In less room than this its buttons would stand below each other, px. */
const LEAST_WIDTH = 240
const NO_SIZE = { w: 0, h: 0 }

/**
 * Where the bar of a shape stands that somebody writes into: below it, and in sight while the shape is longer than the
 * screen. A shape that has been turned keeps it below.
 *
 * @param widest as wide as the bar may be, px
 */
export function useBarPlace(
  id: TLShapeId,
  bar: RefObject<HTMLElement | null>,
  { widest }: { readonly widest: number },
): CSSProperties {
  const editor = useEditor()
  const version = useFreeRoomVersion(editor)
  const [size, setSize] = useState(NO_SIZE)
  useEffect(() => {
    const element = bar.current
    if (!element) return
    const observer = new ResizeObserver(() => setSize({ w: element.offsetWidth, h: element.offsetHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [bar])
  return useValue(
    'place of a bar',
    () => {
      const transform = editor.getShapePageTransform(id)
      const bounds = editor.getShapePageBounds(id)
      if (!transform || !bounds || transform.rotation() !== 0) return {}
      const room = freeRoom(editor)
      const { x, y } = barShift(room, onBoard(editor, bounds), size)
      const zoom = editor.getZoomLevel()
      const maxInlineSize = Math.min(widest, Math.max(LEAST_WIDTH, room.w))
      return { translate: `${x / zoom}px ${y / zoom}px`, maxInlineSize }
    },
    [editor, id, size, version, widest],
  )
}
