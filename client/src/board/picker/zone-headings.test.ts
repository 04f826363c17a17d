// @vitest-environment jsdom
import { CARD_KINDS } from '@drawbar/shared/cards/card-kinds.ts'
import { ZONE } from '@drawbar/shared/board/shapes/zone-shape.ts'
import { Box, createShapeId, type Editor, type TLShapeId, type VecModel } from 'tldraw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HEADING_HEIGHT } from '../shapes/zone/zone-heading.tsx'
import { openEditor } from '../testing/open-editor.ts'
import { readPickerLine, type Piece } from './picker-items.ts'
import { placePiece } from './place-piece.ts'

const ZONE_AT = new Box(200, 300, 560, 400)
const NAME = 'A region with a name that is longer than most'
/** As wide as the name needs at the least. */
const HEADING = new Box(ZONE_AT.x, ZONE_AT.y, 380, HEADING_HEIGHT)

let editor: Editor

beforeEach(() => {
  editor = openEditor()
  const { x, y, w, h } = ZONE_AT
  editor.createShape({
    id: createShapeId('zone'),
    type: ZONE,
    x,
    y,
    props: { kind: 'region', label: NAME, w, h },
  })
})
afterEach(() => editor.dispose())

function put(piece: Piece, at: VecModel | null): Box {
  const options = { said: readPickerLine(''), at, fromId: null, arrowId: null, goOnFrom: 'new' } as const
  const id: TLShapeId = placePiece(editor, piece, options)
  const bounds = editor.getShapePageBounds(id)
  if (!bounds) throw new Error('nothing was placed')
  return bounds
}

const PIECES: readonly Piece[] = [
  ...CARD_KINDS.map(({ kind }) => ({ type: 'card', kind }) as const),
  { type: 'worksheet' },
  { type: 'component', kind: 'cache', technology: null },
]

test.each(PIECES)('a $type ($kind) never lies on what a zone is called', (piece) => {
  for (const point of [
    { x: 300, y: 310 },
    { x: 420, y: 350 },
  ]) {
    const dropped = put(piece, point)
    expect(dropped.collides(HEADING)).toBe(false)
    expect(dropped.midX).toBe(point.x)
    editor.undo()
    editor.centerOnPoint(point, { immediate: true })
    const placed = put(piece, null)
    expect(placed.collides(HEADING)).toBe(false)
    expect(ZONE_AT.contains(placed) || !ZONE_AT.collides(placed)).toBe(true)
    editor.undo()
  }
})
