import { useEffect, useState } from 'react'
import { useEditor, useValue, type Editor, type TLEventInfo } from 'tldraw'
import { openPickerToPlace } from '../picker/open-picker.ts'
import { pickerOf } from '../picker/picker-request.ts'

/**
 * A finger or a pen held still on an empty place opens the picker there. On a shape, and with any other tool, a long
 * press stays what it is in tldraw. Returns the way to stop.
 */
export function openPickerByLongPress(editor: Editor): () => void {
  const listen = (event: TLEventInfo) => {
    if (event.type !== 'pointer' || event.name !== 'long_press') return
    if (!event.isPen && !editor.getInstanceState().isCoarsePointer) return
    if (!editor.isIn('select.pointing_canvas')) return
    openPickerToPlace(editor, { at: editor.inputs.originPagePoint.toJson() })
  }
  editor.on('event', listen)
  return () => void editor.off('event', listen)
}

/**
 * Whether tldraw's context menu has to stay away: it would open over the picker a moment after a long press has opened
 * that, and for the hand that rests on the screen beside a pen.
 */
export function useMenuStaysAway(): boolean {
  const editor = useEditor()
  const isPickerOpen = useValue('picker is open', () => pickerOf(editor).get() !== null, [editor])
  const [isHandDown, setHandDown] = useState(false)

  useEffect(() => {
    const container = editor.getContainer()
    const onPointerDown = ({ pointerType }: PointerEvent) => {
      setHandDown(pointerType === 'touch' && editor.getInstanceState().isPenMode)
    }
    container.addEventListener('pointerdown', onPointerDown, { capture: true })
    return () => container.removeEventListener('pointerdown', onPointerDown, { capture: true })
  }, [editor])

  return isPickerOpen || isHandDown
}
