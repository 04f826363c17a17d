import { MAX_COORDINATE } from '@drawbar/shared/board/board-limits.ts'
import { CARD, type CardShape } from '@drawbar/shared/board/shapes/card-shape.ts'
import { cardKindOf } from '@drawbar/shared/cards/card-kinds.ts'
import {
  Vec,
  type Editor,
  type TLArrowBinding,
  type TLArrowShape,
  type TLShape,
  type TLShapeId,
  type TLShapePartial,
} from 'tldraw'
import { arrowBody } from '../../connectors/arrow-body.ts'

/** How a card hangs on an arrow: in its `meta`, the arrow's id and the way from the arrow's label to the card, page px. */
interface Hold {
  readonly on: string
  readonly onX: number
  readonly onY: number
}

/** Nearer than this is the same place, page px. */
const SAME = 0.5

function holdOf({ meta }: TLShape): Hold | undefined {
  const { on, onX, onY } = meta
  if (typeof on !== 'string' || typeof onX !== 'number' || typeof onY !== 'number') return undefined
  return isNear(onX) && isNear(onY) ? { on, onX, onY } : undefined
}

/** A peer may have written anything, and no card may be sent where a board does not reach. */
function isNear(coordinate: number): boolean {
  return Math.abs(coordinate) <= MAX_COORDINATE
}

/**
 * For a card that was just put down: hangs it on the arrow that runs under it, or on none. Of several arrows it is the
 * one whose label is nearest to the card's middle. Returns the change to make, if any.
 */
export function putDownOnArrow(editor: Editor, shape: CardShape): TLShapePartial<CardShape> | undefined {
  if (!cardKindOf(shape.props.kind)?.sitsOnArrows) return undefined
  const bounds = editor.getShapePageBounds(shape.id)
  const origin = originOf(editor, shape.id)
  if (!bounds || !origin) return undefined
  let best: { readonly arrow: TLShape; readonly label: Vec; readonly distance: number } | undefined
  for (const arrow of editor.getCurrentPageShapes()) {
    if (!editor.isShapeOfType<TLArrowShape>(arrow, 'arrow') || !runsUnder(editor, arrow, shape.id)) continue
    const label = labelPoint(editor, arrow)
    const distance = label ? Vec.Dist(label, bounds.center) : Infinity
    if (label && (!best || distance < best.distance)) best = { arrow, label, distance }
  }
  if (best) {
    const meta = { on: best.arrow.id, onX: origin.x - best.label.x, onY: origin.y - best.label.y }
    const before = holdOf(shape)
    const isSame =
      before?.on === meta.on &&
      Math.abs(before.onX - meta.onX) < SAME &&
      Math.abs(before.onY - meta.onY) < SAME
    if (isSame) return undefined
    return { id: shape.id, type: shape.type, meta }
  }
  // A change merges into the meta, and could not take anything out of it.
  if (holdOf(shape)) editor.store.update(shape.id, withoutHold)
  return undefined
}

/**
 * Keeps cards that hang on arrows where they hang, after each step of this person: whoever moves an arrow, or what it is
 * bound to, moves the card too, in the same undo step. A card that was itself moved or made hangs anew on what is under
 * it. What peers do is left to them. Returns the way to stop.
 */
export function keepCardsOnArrows(editor: Editor): () => void {
  const held = new Set<TLShapeId>()
  const putDown = new Set<TLShapeId>()
  const carriedTo = new Map<TLShapeId, Place>()
  const follow = (shape: TLShape) => {
    if (shape.type === CARD && holdOf(shape)) held.add(shape.id)
    else held.delete(shape.id)
  }
  for (const record of editor.store.allRecords()) if (record.typeName === 'shape') follow(record)

  const { sideEffects } = editor
  const stops = [
    sideEffects.registerBeforeCreateHandler('shape', (shape, source) =>
      source === 'user' && shape.type === CARD && isCopy(editor, shape, held) ? withoutHold(shape) : shape,
    ),
    sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      follow(shape)
      if (source === 'user' && shape.type === CARD) putDown.add(shape.id)
    }),
    sideEffects.registerAfterChangeHandler('shape', (before, shape, source) => {
      if (shape.type !== CARD) return
      follow(shape)
      const carried = carriedTo.get(shape.id)
      const isCarried = carried?.x === shape.x && carried.y === shape.y
      if (source === 'user' && held.has(shape.id) && !isCarried && isElsewhere(before, shape))
        putDown.add(shape.id)
    }),
    sideEffects.registerAfterDeleteHandler('shape', ({ id }) => {
      held.delete(id)
    }),
    sideEffects.registerOperationCompleteHandler((source) => {
      if (source !== 'user' || editor.getIsReadonly()) return
      const moved = new Set(putDown)
      putDown.clear()
      carriedTo.clear()
      for (const id of new Set([...moved, ...held])) {
        // It goes with the hand that holds it, and is put down when the hand lets go.
        if (editor.isIn('select.translating') && editor.getSelectedShapeIds().includes(id)) continue
        const card = editor.getShape(id)
        if (!card || card.isLocked || editor.getAncestorPageId(card) !== editor.getCurrentPageId()) continue
        if (moved.has(id)) {
          const change = putDownOnArrow(editor, card as CardShape)
          if (change) editor.updateShape(change)
        } else {
          const place = placeOn(editor, card)
          if (!place || isMovedByCards(editor, card, held)) continue
          carriedTo.set(id, place)
          editor.updateShape({ id, type: card.type, ...place })
        }
      }
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

type Place = Pick<TLShape, 'x' | 'y'>

function isElsewhere(before: TLShape, after: TLShape): boolean {
  return (
    before.x !== after.x ||
    before.y !== after.y ||
    before.rotation !== after.rotation ||
    before.parentId !== after.parentId
  )
}

/** Where a card has to go to hang as it does; undefined where it is there, or its arrow is gone. */
function placeOn(editor: Editor, card: TLShape): Place | undefined {
  const hold = holdOf(card)
  const arrow = hold && editor.getShape(hold.on as TLShapeId)
  if (!hold || !arrow || !editor.isShapeOfType<TLArrowShape>(arrow, 'arrow')) return undefined
  const label = labelPoint(editor, arrow)
  const origin = originOf(editor, card.id)
  if (!label || !origin) return undefined
  const target = new Vec(label.x + hold.onX, label.y + hold.onY)
  if (Vec.Dist(origin, target) < SAME) return undefined
  const { x, y } = editor.getPointInParentSpace(card, target)
  return isNear(x) && isNear(y) ? { x, y } : undefined
}

/**
 * Whether a card's arrow ends at a card that hangs on an arrow too, or at what holds one: they would chase each other,
 * and tldraw gives a chase up by throwing.
 */
function isMovedByCards(editor: Editor, card: TLShape, held: ReadonlySet<TLShapeId>): boolean {
  const ends = editor.getBindingsFromShape<TLArrowBinding>((holdOf(card)?.on ?? '') as TLShapeId, 'arrow')
  return ends.some(({ toId }) => [...held].some((id) => id === toId || editor.hasAncestor(id, toId)))
}

/** Where an arrow has its label, or would have it: so far along its body. Page px. */
function labelPoint(editor: Editor, arrow: TLArrowShape): Vec | undefined {
  const body = arrowBody(editor, arrow.id)
  const transform = editor.getShapePageTransform(arrow.id)
  const point = body?.interpolateAlongEdge(arrow.props.labelPosition)
  return point && transform ? transform.applyToPoint(point) : undefined
}

function runsUnder(editor: Editor, arrow: TLArrowShape, cardId: TLShapeId): boolean {
  const toPage = editor.getShapePageTransform(arrow.id)
  const toCard = editor.getShapePageTransform(cardId)?.clone().invert()
  const body = arrowBody(editor, arrow.id)
  if (!toPage || !toCard || !body) return false
  const { w, h } = editor.getShapeGeometry(cardId).bounds
  const corners = [new Vec(0, 0), new Vec(w, 0), new Vec(w, h), new Vec(0, h)]
  const line = body.vertices.map((point) => toCard.applyToPoint(toPage.applyToPoint(point)))
  return line.some(({ x, y }) => x >= 0 && x <= w && y >= 0 && y <= h) || crosses(corners, line)
}

function crosses(corners: readonly Vec[], line: readonly Vec[]): boolean {
  return line.slice(1).some((end, at) => {
    const start = line[at]
    return corners.some((corner, side) => {
      const other = corners[(side + 1) % corners.length]
      return start !== undefined && other !== undefined && segmentsCross(start, end, corner, other)
    })
  })
}

function segmentsCross(a: Vec, b: Vec, c: Vec, d: Vec): boolean {
  const turn = (p: Vec, q: Vec, r: Vec) => Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x))
  return turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)
}

function originOf(editor: Editor, id: TLShapeId): Vec | undefined {
  return editor.getShapePageTransform(id)?.applyToPoint(new Vec(0, 0))
}

/** A copy of a card would hang in the very place of the first, so it hangs nowhere. */
function isCopy(editor: Editor, shape: TLShape, held: ReadonlySet<TLShapeId>): boolean {
  const hold = holdOf(shape)
  if (!hold) return false
  if (!editor.getShape(hold.on as TLShapeId)) return true
  return [...held].some((id) => {
    const other = editor.getShape(id)
    const otherHold = other && other.id !== shape.id ? holdOf(other) : undefined
    return otherHold?.on === hold.on && otherHold.onX === hold.onX && otherHold.onY === hold.onY
  })
}

function withoutHold(shape: TLShape): TLShape {
  const { on: _on, onX: _x, onY: _y, ...meta } = shape.meta
  return { ...shape, meta }
}
