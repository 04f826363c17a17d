import { COMPONENT, type ComponentShape } from '@drawbar/shared/board/shapes/component-shape.ts'
import { ZONE, type ZoneShape } from '@drawbar/shared/board/shapes/zone-shape.ts'
import { titleOf } from '@drawbar/shared/components/component-kinds.ts'
import {
  toRichText,
  type Editor,
  type TLArrowBindingProps,
  type TLArrowShape,
  type TLGeoShape,
  type TLShapeId,
  type TLShapePartial,
  type VecLike,
} from 'tldraw'
import { CONNECTOR_LOOKS } from '../connectors/connector-looks.ts'
import { runAround } from '../connectors/run-around.ts'
import type { DrawingPlan, PlannedComponent, PlannedConnection, PlannedZone } from './drawing-plan.ts'

export interface DrawPlanOptions {
  /** Where the middle of the drawing comes to stand, page px. */
  readonly at: VecLike
  /** Makes the id of a new shape. */
  readonly newId: () => TLShapeId
}

/**
 * Puts a plan on the current page and selects it, in one undo step. Returns the new shapes' ids: zones, components, then
 * arrows. Draws nothing, and returns none, where the board may not be edited or the page has no room for all of it.
 */
export function drawPlan(
  editor: Editor,
  plan: DrawingPlan,
  { at, newId }: DrawPlanOptions,
): readonly TLShapeId[] {
  const { components, connections, zones } = plan
  const count = components.length + connections.length + zones.length
  if (count === 0 || editor.getIsReadonly() || !editor.canCreateShapes(Array.from({ length: count }, newId)))
    return []

  const ids = new Map([...zones, ...components].map(({ key }) => [key, newId()]))
  const offset = offsetOf(plan, at)
  const ordered = outermostFirst(zones)
  const zoneAt = new Map(zones.map((zone) => [zone.key, zone.at]))
  const placeIn = (key: string | null, { x, y }: VecLike) => {
    const zone = key === null ? undefined : zoneAt.get(key)
    const zoneId = key === null ? undefined : ids.get(key)
    if (zone && zoneId) return { parentId: zoneId, x: x - zone.x, y: y - zone.y }
    return { parentId: editor.getCurrentPageId(), x: x + offset.x, y: y + offset.y }
  }
  const idOf = (key: string): TLShapeId => {
    const id = ids.get(key)
    if (!id) throw new Error(`the plan has no box ${key}`)
    return id
  }

  const arrows = connections.map((connection) => ({ id: newId(), connection }))
  const drawn = [...ordered, ...components].map(({ key }) => idOf(key))
  editor.markHistoryStoppingPoint('draw')
  editor.run(() => {
    editor.createShapes([
      ...ordered.map((zone) => zoneShape(zone, { id: idOf(zone.key), ...placeIn(zone.parentKey, zone.at) })),
      ...components.map((component) =>
        componentShape(component, { id: idOf(component.key), ...placeIn(component.zoneKey, component.at) }),
      ),
    ])
    for (const { id, connection } of arrows) {
      drawArrow(editor, id, { connection, fromId: idOf(connection.fromKey), toId: idOf(connection.toKey) })
    }
    runAround(
      editor,
      arrows.map(({ id }) => id),
    )
    const isInZone = new Set([
      ...components
        .filter(({ zoneKey }) => zoneKey !== null && zoneAt.has(zoneKey))
        .map(({ key }) => idOf(key)),
      ...zones
        .filter(({ parentKey }) => parentKey !== null && zoneAt.has(parentKey))
        .map(({ key }) => idOf(key)),
    ])
    // What is in a zone is selected with it.
    editor.setSelectedShapes([...drawn.filter((id) => !isInZone.has(id)), ...arrows.map(({ id }) => id)])
  })
  return [...drawn, ...arrows.map(({ id }) => id)]
}

interface Placed {
  readonly id: TLShapeId
  readonly parentId: TLShapePartial['parentId'] & string
  readonly x: number
  readonly y: number
}

function zoneShape({ kind, label, at }: PlannedZone, placed: Placed): TLShapePartial<ZoneShape> {
  return { ...placed, type: ZONE, props: { kind, label, w: at.w, h: at.h } }
}

function componentShape(component: PlannedComponent, placed: Placed): TLShapePartial {
  const { kind, label, technology, replicas, shards, at } = component
  if (kind === null) return boxShape(component, placed)
  // A component without a label is called after its kind anyway.
  const own = label === titleOf(kind) ? '' : label
  const props = { kind, label: own, technology, replicas, shards, w: at.w, h: at.h }
  return { ...placed, type: COMPONENT, props } satisfies TLShapePartial<ComponentShape>
}

function boxShape({ label, at }: PlannedComponent, placed: Placed): TLShapePartial<TLGeoShape> {
  return {
    ...placed,
    type: 'geo',
    props: {
      geo: 'rectangle',
      w: at.w,
      h: at.h,
      size: 's',
      font: 'sans',
      dash: 'solid',
      richText: toRichText(label),
    },
  }
}

interface Drawn {
  readonly connection: PlannedConnection
  readonly fromId: TLShapeId
  readonly toId: TLShapeId
}

function drawArrow(editor: Editor, id: TLShapeId, { connection, fromId, toId }: Drawn): void {
  const { kind, label } = connection
  const from = editor.getShapePageBounds(fromId)?.center ?? { x: 0, y: 0 }
  const to = editor.getShapePageBounds(toId)?.center ?? { x: 0, y: 0 }
  editor.createShape<TLArrowShape>({
    id,
    type: 'arrow',
    parentId: editor.getCurrentPageId(),
    x: from.x,
    y: from.y,
    ...(kind === null ? {} : { meta: { connector: kind } }),
    props: {
      kind: 'elbow',
      size: 's',
      font: 'sans',
      ...looksOf(connection),
      text: label,
      start: { x: 0, y: 0 },
      end: { x: to.x - from.x, y: to.y - from.y },
    },
  })
  const toItself = fromId === toId
  const ends = { start: fromId, end: toId }
  for (const terminal of ['start', 'end'] as const) {
    const props: TLArrowBindingProps = toItself
      ? // Bound to two borders, an arrow goes around the outside.
        { terminal, normalizedAnchor: BORDERS[terminal], isExact: false, isPrecise: true, snap: 'edge-point' }
      : { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' }
    editor.createBinding({ type: 'arrow', fromId: id, toId: ends[terminal], props })
  }
}

const BORDERS = { start: { x: 1, y: 0.5 }, end: { x: 0.5, y: 1 } } as const

type Looks = Pick<TLArrowShape['props'], 'dash' | 'arrowheadStart' | 'arrowheadEnd'>

function looksOf({ kind, direction }: PlannedConnection): Looks {
  const forward: Looks =
    kind === null
      ? { dash: 'solid', arrowheadStart: 'none', arrowheadEnd: 'arrow' }
      : CONNECTOR_LOOKS[kind].arrow
  const { dash, arrowheadStart: tail, arrowheadEnd: head } = forward
  switch (direction) {
    case 'forward':
      return forward
    case 'backward':
      return { dash, arrowheadStart: head, arrowheadEnd: tail }
    case 'both':
      return { dash, arrowheadStart: head, arrowheadEnd: head }
    case 'none':
      return { dash, arrowheadStart: 'none', arrowheadEnd: 'none' }
  }
}

/** Parents before what stands in them, else in the order of the plan. */
function outermostFirst(zones: readonly PlannedZone[]): readonly PlannedZone[] {
  const parents = new Map(zones.map(({ key, parentKey }) => [key, parentKey]))
  const depthOf = (key: string | null): number => {
    let depth = 0
    for (let at = key; at !== null && depth <= zones.length; at = parents.get(at) ?? null) depth += 1
    return depth
  }
  return zones.toSorted((a, b) => depthOf(a.key) - depthOf(b.key))
}

function offsetOf({ components, zones }: DrawingPlan, at: VecLike): VecLike {
  const all = [...components, ...zones].map((box) => box.at)
  const left = Math.min(...all.map(({ x }) => x))
  const right = Math.max(...all.map(({ x, w }) => x + w))
  const top = Math.min(...all.map(({ y }) => y))
  const bottom = Math.max(...all.map(({ y, h }) => y + h))
  return { x: Math.round(at.x - (left + right) / 2), y: Math.round(at.y - (top + bottom) / 2) }
}
