import type { ConnectorKind } from '@drawbar/shared/board/shapes/connector-meta.ts'
import { COMPONENT, type ComponentShape } from '@drawbar/shared/board/shapes/component-shape.ts'
import {
  createShapeId,
  getArrowBindings,
  type Editor,
  type TLArrowShape,
  type TLShape,
  type TLShapeId,
  type TLShapePartial,
} from 'tldraw'
import { likelyConnector } from './choose-connector.ts'
import { CONNECTOR_LOOKS } from './connector-looks.ts'
import { runAround } from './run-around.ts'

export interface ConnectOptions {
  /** What it stands for; left out: what is likely between these two. */
  readonly kind?: ConnectorKind
  readonly label?: string
}

/** Connects two shapes with an arrow that sticks to both and runs around what is in its way. Returns the arrow. */
export function connect(
  editor: Editor,
  fromId: TLShapeId,
  toId: TLShapeId,
  { kind, label = '' }: ConnectOptions = {},
): TLShapeId {
  const id = createShapeId()
  const from = editor.getShapePageBounds(fromId)?.center
  const to = editor.getShapePageBounds(toId)?.center
  const chosen = kind ?? likelyConnector(kindOfShape(editor, fromId), kindOfShape(editor, toId))
  editor.createShape<TLArrowShape>({
    id,
    type: 'arrow',
    parentId: editor.getCurrentPageId(),
    x: from?.x ?? 0,
    y: from?.y ?? 0,
    meta: { connector: chosen },
    props: {
      ...arrowLook(chosen),
      text: label,
      labelPosition: LABEL_POSITION,
      end: { x: (to?.x ?? 0) - (from?.x ?? 0), y: (to?.y ?? 0) - (from?.y ?? 0) },
    },
  })
  bindEnd(editor, id, fromId, 'start')
  bindEnd(editor, id, toId, 'end')
  runAround(editor, [id])
  return id
}

/** Nearer the end than the start: several arrows that leave one side share their first part. */
const LABEL_POSITION = 0.66

/** Binds one end of an arrow to the middle of a shape, from where it leaves on whichever side is best. */
export function bindEnd(
  editor: Editor,
  arrowId: TLShapeId,
  shapeId: TLShapeId,
  terminal: 'start' | 'end',
): void {
  const arrow = editor.getShape<TLArrowShape>(arrowId)
  if (arrow === undefined) return
  const before = getArrowBindings(editor, arrow)[terminal]
  if (before !== undefined) editor.deleteBinding(before)
  editor.createBinding({
    type: 'arrow',
    fromId: arrowId,
    toId: shapeId,
    props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
  })
}

/** Makes arrows stand for a kind of traffic, or for nothing in particular. One undo step. */
export function setConnector(
  editor: Editor,
  arrows: readonly TLArrowShape[],
  kind: ConnectorKind | null,
): void {
  editor.markHistoryStoppingPoint('connector')
  editor.updateShapes(
    arrows.map(({ id, meta: { connector: _before, ...meta } }): TLShapePartial<TLArrowShape> => {
      // tldraw merges meta; null takes a name away for readers, which look for words they know.
      if (kind === null) return { id, type: 'arrow', meta: { ...meta, connector: null } }
      return { id, type: 'arrow', meta: { ...meta, connector: kind }, props: arrowLook(kind) }
    }),
  )
}

/** Makes an arrow that has just been bound at both ends stand for what is likely between them. */
export function guessConnector(editor: Editor, arrowId: TLShapeId): void {
  const arrow = editor.getShape<TLArrowShape>(arrowId)
  const { start, end } = arrow === undefined ? {} : getArrowBindings(editor, arrow)
  if (start === undefined || end === undefined) return
  const kind = likelyConnector(kindOfShape(editor, start.toId), kindOfShape(editor, end.toId))
  editor.updateShape<TLArrowShape>({
    id: arrowId,
    type: 'arrow',
    meta: { connector: kind },
    props: arrowLook(kind),
  })
  runAround(editor, [arrowId])
}

/** An arrow that is being dragged. */
export interface DraggedConnector {
  readonly arrowId: TLShapeId
  /** Where the history stood before it. */
  readonly markId: string
}

/** A new arrow from a shape whose other end follows the pointer until it is let go; null where it cannot be. */
export function dragConnector(editor: Editor, fromId: TLShapeId): DraggedConnector | null {
  const { currentPagePoint } = editor.inputs
  const id = createShapeId()
  const markId = editor.markHistoryStoppingPoint(`connect:${id}`)
  editor.createShape<TLArrowShape>({
    id,
    type: 'arrow',
    parentId: editor.getCurrentPageId(),
    x: currentPagePoint.x,
    y: currentPagePoint.y,
    meta: { connector: 'request' },
    props: { ...arrowLook('request'), labelPosition: LABEL_POSITION, end: { x: 1, y: 1 } },
  })
  bindEnd(editor, id, fromId, 'start')
  const arrow = editor.getShape<TLArrowShape>(id)
  const handle = arrow && editor.getShapeHandles(arrow)?.find((each) => each.id === 'end')
  if (arrow === undefined || handle === undefined) {
    editor.bailToMark(markId)
    return null
  }
  // At once: tldraw's overlays ask a state what it drags as soon as it is the current one.
  editor.run(() => {
    editor.select(id)
    editor.setCurrentTool('select.dragging_handle', {
      shape: arrow,
      handle,
      isCreating: true,
      creatingMarkId: markId,
    })
  })
  return { arrowId: id, markId }
}

function arrowLook(kind: ConnectorKind) {
  return { kind: 'elbow', size: 's', font: 'sans', ...CONNECTOR_LOOKS[kind].arrow } as const
}

function kindOfShape(editor: Editor, id: TLShapeId): string | null {
  const shape: TLShape | undefined = editor.getShape(id)
  return shape !== undefined && editor.isShapeOfType<ComponentShape>(shape, COMPONENT)
    ? shape.props.kind
    : null
}
