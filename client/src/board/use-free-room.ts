import { useEffect, useState } from 'react'
import type { Editor } from 'tldraw'

/** tldraw's bars of controls, which grow and shrink with the board. */
const BARS = '.tlui-layout__top, .tlui-layout__bottom'

/** A number that becomes another one whenever `freeRoom` may have changed. */
export function useFreeRoomVersion(editor: Editor): number {
  const [version, setVersion] = useState(0)
  useEffect(() => {
    const container = editor.getContainer()
    const observer = new ResizeObserver(() => setVersion((before) => before + 1))
    for (const element of [container, ...container.querySelectorAll(BARS)]) observer.observe(element)
    return () => observer.disconnect()
  }, [editor])
  return version
}
