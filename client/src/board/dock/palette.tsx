import { CARD_KINDS } from '@drawbar/shared/cards/card-kinds.ts'
import { ZONE_KINDS } from '@drawbar/shared/board/shapes/zone-shape.ts'
import { COMPONENT_GROUPS, COMPONENT_KINDS } from '@drawbar/shared/components/component-kinds.ts'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useEditor, type Editor, type TLShapeId } from 'tldraw'
import { Kbd } from '../../ui/kbd.tsx'
import { isConnectable } from '../picker/pieces-on-board.ts'
import { PieceIcon } from '../picker/piece-icon.tsx'
import type { Piece } from '../picker/picker-items.ts'
import { placePiece } from '../picker/place-piece.ts'
import { ZONE_LOOKS } from '../shapes/zone/zone-looks.ts'
import { watchDrag, type DragPoint } from './watch-drag.ts'
import styles from './palette.module.css'

interface Tile {
  readonly piece: Piece
  readonly title: string
}

interface Shelf {
  readonly title: string
  readonly tiles: readonly Tile[]
}

const SHELVES: readonly Shelf[] = [
  ...COMPONENT_GROUPS.map(({ group, title }): Shelf => ({
    title,
    tiles: COMPONENT_KINDS.filter((kind) => kind.group === group).map((kind) => ({
      piece: { type: 'component', kind: kind.kind, technology: null },
      title: kind.title,
    })),
  })),
  {
    title: 'Zones',
    tiles: ZONE_KINDS.map((kind) => ({ piece: { type: 'zone', kind }, title: ZONE_LOOKS[kind].title })),
  },
  {
    title: 'Cards and numbers',
    tiles: [
      ...CARD_KINDS.map(({ kind, title }): Tile => ({ piece: { type: 'card', kind }, title })),
      { piece: { type: 'worksheet' }, title: 'Worksheet' },
    ],
  },
]

/** Everything that can be put on the board, to drag from or to press. */
export function Palette() {
  const editor = useEditor()
  const [drag, setDrag] = useState<{ readonly tile: Tile; readonly at: DragPoint } | null>(null)
  return (
    <>
      <p className={styles.hint}>
        Drag one, or press <Kbd keys="/" /> on the board and type.
      </p>
      <div className={styles.shelves}>
        {SHELVES.map(({ title, tiles }) => (
          <section key={title} aria-label={title}>
            <h3 className={styles.title}>{title}</h3>
            <div className={styles.tiles}>
              {tiles.map((tile) => (
                <button
                  key={tile.title}
                  type="button"
                  className={styles.tile}
                  onPointerDown={(event) => {
                    if (event.button !== 0) return
                    watchDrag(event.nativeEvent, {
                      onMove: (at) => setDrag({ tile, at }),
                      onDrop: (at) => {
                        setDrag(null)
                        drop(editor, tile.piece, at)
                      },
                      onCancel: () => setDrag(null),
                    })
                  }}
                  onClick={() => place(editor, tile.piece, null)}
                >
                  <PieceIcon piece={tile.piece} size={22} />
                  <span className={styles.name}>{tile.title}</span>
                </button>
              ))}
            </div>
          </section>
        ))}
      </div>
      {drag === null
        ? null
        : createPortal(
            <div className={styles.ghost} style={{ insetInlineStart: drag.at.x, insetBlockStart: drag.at.y }}>
              <PieceIcon piece={drag.tile.piece} size={22} />
              {drag.tile.title}
            </div>,
            document.body,
          )}
    </>
  )
}

function drop(editor: Editor, piece: Piece, at: DragPoint): void {
  const canvas = editor.getContainer().querySelector('.tl-canvas')
  const under = document.elementFromPoint(at.x, at.y)
  if (canvas === null || under === null || !canvas.contains(under)) return
  place(editor, piece, at)
}

function place(editor: Editor, piece: Piece, screen: DragPoint | null): void {
  placePiece(editor, piece, {
    said: { query: '', label: '', replicas: 1, connection: '' },
    at: screen === null ? null : editor.screenToPage(screen),
    fromId: selectedSource(editor),
    arrowId: null,
    goOnFrom: 'new',
  })
  editor.getContainer().focus()
}

/** A piece that comes while one is selected is connected to it. */
function selectedSource(editor: Editor): TLShapeId | null {
  const selected = editor.getOnlySelectedShape()
  return selected !== null && isConnectable(editor, selected) ? selected.id : null
}
