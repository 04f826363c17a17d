import { CARD, type CardShape } from '@drawbar/shared/board/shapes/card-shape.ts'
import { COMPONENT, MAX_LABEL_LENGTH } from '@drawbar/shared/board/shapes/component-shape.ts'
import { WORKSHEET } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { ZONE, ZONE_SIZE, type ZoneShape } from '@drawbar/shared/board/shapes/zone-shape.ts'
import {
  Box,
  createShapeId,
  uniqueId,
  type Editor,
  type TLArrowShape,
  type TLShape,
  type TLShapeId,
  type TLShapePartial,
  type VecModel,
} from 'tldraw'
import { arrowPath } from '../connectors/arrow-body.ts'
import { bindEnd, connect, guessConnector } from '../connectors/connect.ts'
import { cardKindOf } from '@drawbar/shared/cards/card-kinds.ts'
import { newCardProps } from '../shapes/card/new-card-shape.ts'
import { awayFrom, spotBeside, spotNear, type Size, type Standing } from './free-spot.ts'
import { bringJustIntoRoom } from '../bring-into-room.ts'
import { isConnectable } from './pieces-on-board.ts'
import { belowHeadings, zoneHeadings } from './zone-headings.ts'
import type { Piece, Said } from './picker-items.ts'

export interface PlaceOptions {
  readonly said: Said
  /** Centre of the new piece, page px; null: where there is room. */
  readonly at: VecModel | null
  readonly fromId: TLShapeId | null
  readonly arrowId: TLShapeId | null
  /** What is selected afterwards: the new piece, to go on from it, or what it was connected from. */
  readonly goOnFrom: 'new' | 'source'
}

/** Room a zone leaves around what it is put around, page px. */
const ZONE_PADDING = { side: 40, top: 64 }

/** Puts a piece on the board and connects it; one undo step, with the arrow that waits for it. Returns its id. */
export function placePiece(editor: Editor, piece: Piece, options: PlaceOptions): TLShapeId {
  if (waitingArrow(editor, options) === undefined) editor.markHistoryStoppingPoint('place')
  const id = createShapeId()
  editor.run(() => {
    if (piece.type === 'zone' && wrapsSelection(editor)) {
      putZoneAround(editor, id, piece.kind, options.said.label)
      return
    }
    editor.createShape({ ...shapeOf(piece, options.said), id })
    moveToItsPlace(editor, id, options)
    connectNew(editor, id, piece, options)
    const goOn = options.goOnFrom === 'source' ? options.fromId : null
    editor.setSelectedShapes([goOn ?? id])
  })
  // Where somebody has put it they see it.
  const bounds = editor.getShapePageBounds(id)
  if (bounds && (options.at === null || mayMove(piece.type, options))) bringJustIntoRoom(editor, bounds)
  return id
}

function shapeOf(piece: Piece, { label, replicas }: Said): Pick<TLShapePartial, 'type' | 'props'> {
  switch (piece.type) {
    case 'component': {
      const technology = piece.technology ?? ''
      const name = label === '' ? technology : label
      const props = { kind: piece.kind, label: name.slice(0, MAX_LABEL_LENGTH), technology, replicas }
      return { type: COMPONENT, props }
    }
    case 'zone':
      return {
        type: ZONE,
        props: { kind: piece.kind, label: label.slice(0, MAX_LABEL_LENGTH) },
      }
    case 'card':
      return { type: CARD, props: { ...newCard(piece.kind), title: label.slice(0, MAX_LABEL_LENGTH) } }
    case 'worksheet':
      return label === ''
        ? { type: WORKSHEET }
        : { type: WORKSHEET, props: { title: label.slice(0, MAX_LABEL_LENGTH) } }
  }
}

/** The pieces name kinds this version knows, so there always is one. */
function newCard(kindName: string): Partial<CardShape['props']> {
  const kind = cardKindOf(kindName)
  return kind === undefined ? { kind: kindName } : newCardProps(kind, () => uniqueId(ROW_ID_LENGTH))
}

const ROW_ID_LENGTH = 8

/** A zone is far larger than the point a handle was dragged to: it stands near it, where it covers nothing. */
function mayMove(type: string, { at, arrowId }: Pick<PlaceOptions, 'at' | 'arrowId'>): boolean {
  return type === ZONE && at !== null && arrowId !== null
}

/** How finely a place for such a zone is looked for, page px. */
const ZONE_STEP = 60

function moveToItsPlace(editor: Editor, id: TLShapeId, { at, fromId, arrowId }: PlaceOptions): void {
  const bounds = editor.getShapePageBounds(id)
  const shape = editor.getShape(id)
  if (bounds === undefined || shape === undefined) return
  const size: Size = { w: bounds.w, h: bounds.h }
  const source = fromId === null ? undefined : editor.getShapePageBounds(fromId)
  const standing = () => standingAround(editor, shape)
  const spot = () => {
    if (at !== null && source !== undefined && mayMove(shape.type, { at, arrowId }))
      return spotNear(awayFrom(source, at, size), size, standing(), ZONE_STEP)
    if (at !== null) {
      const chosen = { x: at.x - size.w / 2, y: at.y - size.h / 2 }
      return shape.type === ZONE ? chosen : belowHeadings({ ...chosen, ...size }, zoneHeadings(editor, id))
    }
    return source !== undefined
      ? spotBeside(source, size, standing())
      : spotNear(editor.getViewportPageBounds().center, size, standing())
  }
  const { x, y } = spot()
  editor.updateShape({ id, type: shape.type, x, y })
  const parentId = zoneAt(editor, id, fromId)
  if (parentId !== undefined) editor.reparentShapes([id], parentId)
}

/**
 * What is in a new shape's way, arrows too: on top of one it would seem to be what that leads to. A zone would hide what
 * a zone is called that it stands in, so to it that one is a box like others; arrows it may hold.
 */
function standingAround(editor: Editor, shape: TLShape): Standing {
  const places = new Set<string>(shape.type === ZONE ? ['frame'] : ['frame', ZONE])
  const others = editor
    .getCurrentPageShapes()
    .filter(({ id, type }) => id !== shape.id && type !== 'arrow' && type !== 'group')
  const boundsOf = (shapes: readonly TLShape[]) =>
    shapes.flatMap(({ id }) => editor.getShapePageBounds(id) ?? [])
  return {
    boxes: [
      ...boundsOf(others.filter(({ type }) => !places.has(type))),
      ...(shape.type === ZONE ? [] : arrowParts(editor)),
      ...zoneHeadings(editor, shape.id),
    ],
    places: boundsOf(others.filter(({ type }) => places.has(type))),
  }
}

/** What the arrows of the page run through, part by part. */
function arrowParts(editor: Editor): Box[] {
  return editor.getCurrentPageShapes().flatMap(({ id, type }) => {
    if (type !== 'arrow') return []
    const path = arrowPath(editor, id)
    return path.slice(1).map((to, i) => Box.FromPoints([path[i] ?? to, to]))
  })
}

/** The innermost zone or frame that holds all of a new shape. */
function zoneAt(editor: Editor, id: TLShapeId, fromId: TLShapeId | null): TLShapeId | undefined {
  const bounds = editor.getShapePageBounds(id)
  if (bounds === undefined) return undefined
  const holding = editor
    .getCurrentPageShapesSorted()
    .filter(
      ({ id: other, type, isLocked }) =>
        other !== id && other !== fromId && !isLocked && (type === ZONE || type === 'frame'),
    )
    .filter(({ id: other }) => editor.getShapePageBounds(other)?.contains(bounds) === true)
  return holding.at(-1)?.id
}

/** The arrow that has been dragged to where the piece goes. */
function waitingArrow(editor: Editor, { arrowId }: PlaceOptions): TLArrowShape | undefined {
  return arrowId === null ? undefined : editor.getShape<TLArrowShape>(arrowId)
}

function connectNew(editor: Editor, id: TLShapeId, piece: Piece, options: PlaceOptions): void {
  const { said, fromId } = options
  const arrow = waitingArrow(editor, options)
  if (arrow !== undefined) {
    const placed = editor.getShape(id)
    if (placed === undefined || !isConnectable(editor, placed)) {
      editor.deleteShape(arrow.id)
      return
    }
    bindEnd(editor, arrow.id, id, 'end')
    if (said.connection !== '')
      editor.updateShape<TLArrowShape>({ id: arrow.id, type: 'arrow', props: { text: said.connection } })
    guessConnector(editor, arrow.id)
    return
  }
  const source = fromId === null ? undefined : editor.getShape(fromId)
  if (piece.type !== 'component' || source === undefined || !isConnectable(editor, source)) return
  connect(editor, source.id, id, { label: said.connection })
}

function wrapsSelection(editor: Editor): boolean {
  return editor.getSelectedShapeIds().length > 1
}

function putZoneAround(editor: Editor, id: TLShapeId, kind: string, label: string): void {
  const inside = editor.getSelectedShapes()
  const bounds = editor.getSelectionPageBounds() ?? new Box(0, 0, ZONE_SIZE.w, ZONE_SIZE.h)
  editor.createShape<ZoneShape>({
    id,
    type: ZONE,
    x: bounds.x - ZONE_PADDING.side,
    y: bounds.y - ZONE_PADDING.top,
    props: {
      kind,
      label,
      w: bounds.w + 2 * ZONE_PADDING.side,
      h: bounds.h + ZONE_PADDING.top + ZONE_PADDING.side,
    },
  })
  editor.sendToBack([id])
  editor.reparentShapes(inside, id)
  editor.setSelectedShapes([id])
}
