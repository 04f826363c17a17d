import { serializedBoardSchema } from '@drawbar/shared/board/board-schema.ts'
import { box, page } from '@drawbar/shared/board/testing/boards.ts'

const LOOKS = {
  angle: 0,
  strokeColor: '#1e1e1e',
  backgroundColor: 'transparent',
  fillStyle: 'solid',
  strokeWidth: 2,
  strokeStyle: 'solid',
  roughness: 1,
  opacity: 100,
  groupIds: [],
  isDeleted: false,
  locked: false,
}

function at(x: number, y: number, width: number, height: number): object {
  return { x, y, width, height }
}

/** What Excalidraw puts on the clipboard for a labelled box and an arrow from it to another box. */
export function excalidrawScene(label: string): object {
  const elements = [
    {
      ...LOOKS,
      id: 'one',
      type: 'rectangle',
      ...at(0, 0, 160, 80),
      boundElements: [
        { id: 'text', type: 'text' },
        { id: 'arrow', type: 'arrow' },
      ],
    },
    {
      ...LOOKS,
      id: 'text',
      type: 'text',
      ...at(20, 28, 120, 25),
      text: label,
      fontSize: 20,
      fontFamily: 1,
      textAlign: 'center',
      verticalAlign: 'middle',
      containerId: 'one',
    },
    {
      ...LOOKS,
      id: 'two',
      type: 'ellipse',
      ...at(360, 0, 120, 80),
      boundElements: [{ id: 'arrow', type: 'arrow' }],
    },
    {
      ...LOOKS,
      id: 'arrow',
      type: 'arrow',
      ...at(165, 40, 190, 0),
      points: [
        [0, 0],
        [190, 0],
      ],
      startBinding: { elementId: 'one', focus: 0, gap: 5 },
      endBinding: { elementId: 'two', focus: 0, gap: 5 },
      endArrowhead: 'arrow',
    },
  ]
  return { type: 'excalidraw/clipboard', elements, files: {} }
}

/** A `.tldr` file with one labelled box. */
export function tldrFile(label: string): string {
  const records = [
    { typeName: 'document', id: 'document:document', gridSize: 10, name: '', meta: {} },
    page('page', 'a1'),
    box('sketched', {}, label),
  ]
  return JSON.stringify({ tldrawFileFormatVersion: 1, schema: serializedBoardSchema(), records })
}
