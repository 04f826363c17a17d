import { CARD } from '@drawbar/shared/board/shapes/card-shape.ts'
import { COMPONENT } from '@drawbar/shared/board/shapes/component-shape.ts'
import { WORKSHEET } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import {
  Box,
  getArrowBindings,
  type Editor,
  type TLArrowBinding,
  type TLArrowShape,
  type TLShapeId,
  type VecModel,
} from 'tldraw'
import { arrowPath } from './arrow-body.ts'

/** Where an elbow arrow is fastened: in the middle of a side, or wherever tldraw finds best. */
const SIDES = {
  top: { x: 0.5, y: 0 },
  right: { x: 1, y: 0.5 },
  bottom: { x: 0.5, y: 1 },
  left: { x: 0, y: 0.5 },
} as const
type Side = keyof typeof SIDES
type Ends = { readonly start: Side; readonly end: Side } | 'anywhere'

const WAYS: readonly Ends[] = [
  'anywhere',
  ...Object.keys(SIDES).flatMap((start) =>
    Object.keys(SIDES).map((end) => ({ start: start as Side, end: end as Side })),
  ),
]

/** What an arrow that runs through it would hide. */
const IN_THE_WAY: ReadonlySet<string> = new Set([COMPONENT, CARD, WORKSHEET, 'geo', 'note', 'text', 'image'])

/** Nearer to a box than this an arrow seems to belong to it, page px. */
const CLEARANCE = 8

/**
 * Lets elbow arrows that run through boxes leave and arrive at other sides, where tldraw's route then hides less; among
 * such ways the shortest. An arrow that is fastened to the middles of sides gets a shorter way back when there is one.
 * Changes no other arrow. Returns how many it has changed.
 */
export function runAround(editor: Editor, arrowIds: Iterable<TLShapeId>): number {
  const boxes = editor
    .getCurrentPageShapes()
    .filter(({ type }) => IN_THE_WAY.has(type))
    .flatMap(({ id }) => {
      const bounds = editor.getShapePageBounds(id)
      return bounds === undefined ? [] : [{ id, bounds: bounds.clone().expandBy(CLEARANCE) }]
    })
  let changed = 0
  for (const id of arrowIds) {
    const arrow = editor.getShape<TLArrowShape>(id)
    if (arrow?.type !== 'arrow' || arrow.props.kind !== 'elbow' || editor.isShapeOrAncestorLocked(arrow))
      continue
    const { start, end } = getArrowBindings(editor, arrow)
    if (start === undefined || end === undefined || start.toId === end.toId) continue
    const foreign = boxes.filter(
      (box) => ![start.toId, end.toId].some((own) => own === box.id || editor.hasAncestor(box.id, own)),
    )
    if (
      fastenBest(
        editor,
        id,
        { start, end },
        foreign.map(({ bounds }) => bounds),
      )
    )
      changed += 1
  }
  return changed
}

interface Fastening {
  readonly start: TLArrowBinding
  readonly end: TLArrowBinding
}

function fastenBest(editor: Editor, id: TLShapeId, now: Fastening, boxes: readonly Box[]): boolean {
  const cost = () => costOf(arrowPath(editor, id), boxes)
  const before = cost()
  const isOnSides = [now.start, now.end].every(({ props }) => isMiddleOfSide(props.normalizedAnchor))
  if (before.through === 0 && !isOnSides) return false
  let best: { readonly way: Ends; readonly cost: Cost } | undefined
  // Tried on the board itself, since only tldraw knows its routes; a trial is no step to undo.
  editor.run(
    () => {
      for (const way of WAYS) {
        fasten(editor, now, way)
        const found = cost()
        if (isLess(found, best?.cost ?? before)) best = { way, cost: found }
      }
      editor.updateBindings([now.start, now.end])
    },
    { history: 'ignore' },
  )
  if (best === undefined) return false
  fasten(editor, now, best.way)
  return true
}

function fasten(editor: Editor, { start, end }: Fastening, way: Ends): void {
  editor.updateBindings(
    [start, end].map(({ id, type, props }) => ({
      id,
      type,
      props:
        way === 'anywhere'
          ? { ...props, normalizedAnchor: { x: 0.5, y: 0.5 }, isPrecise: false, snap: 'none' as const }
          : {
              ...props,
              normalizedAnchor: SIDES[way[props.terminal]],
              isPrecise: true,
              snap: 'edge-point' as const,
            },
    })),
  )
}

function isMiddleOfSide({ x, y }: VecModel): boolean {
  return Object.values(SIDES).some((side) => side.x === x && side.y === y)
}

interface Cost {
  /** Boxes it runs through, or along. */
  readonly through: number
  /** Page px. */
  readonly length: number
}

/** More than noise, page px. */
const SHORTER = 1

function isLess(a: Cost, b: Cost): boolean {
  return a.through < b.through || (a.through === b.through && a.length < b.length - SHORTER)
}

/** Of a path whose parts run across or down. */
export function costOf(path: readonly VecModel[], boxes: readonly Box[]): Cost {
  const parts = path.slice(1).map((to, i) => Box.FromPoints([path[i] ?? to, to]))
  const through = boxes.filter((box) => parts.some((part) => Box.Collides(part, box))).length
  return { through, length: parts.reduce((sum, { w, h }) => sum + w + h, 0) }
}
