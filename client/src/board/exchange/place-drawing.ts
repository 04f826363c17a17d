import { COMPONENT_SIZE } from '@drawbar/shared/board/shapes/component-shape.ts'
import { breakCycles } from '../tidy/break-cycles.ts'
import type { LayoutInput, LayoutResult } from '../tidy/lay-out.ts'
import type { DrawingPlan, PlannedConnection, Unplaced } from './drawing-plan.ts'

/** Places boxes; rejects when it cannot. */
export type LayOut = (input: LayoutInput) => Promise<LayoutResult>

/** Room in a zone, as tidying leaves it. Page px. */
const ZONE_PADDING = { top: 56, side: 32 } as const
const LEAST_ZONE = { w: 240, h: 160 } as const

/** Lays a drawing out. Rejects as `layOut` does. */
export async function placeDrawing(drawing: Unplaced, layOut: LayOut): Promise<DrawingPlan> {
  const { components, connections, zones, notCarried, flow } = drawing
  const isBackwards = flow === 'left' || flow === 'up'
  const edges = connections.map((connection) => {
    const [fromKey, toKey] = [connection.fromKey, connection.toKey].map((key) => {
      return zones.some((zone) => zone.key === key) ? `zone ${key}` : `box ${key}`
    }) as [string, string]
    const labelSize = labelSizeOf(connection)
    return isBackwards ? { fromKey: toKey, toKey: fromKey, labelSize } : { fromKey, toKey, labelSize }
  })
  const inOrder = [...zones.map(({ key }) => `zone ${key}`), ...components.map(({ key }) => `box ${key}`)]
  const result = await layOut({
    direction: flow === 'right' || flow === 'left' ? 'right' : 'down',
    nodes: components.map(({ key, zoneKey }) => ({
      key: `box ${key}`,
      ...COMPONENT_SIZE,
      parentKey: zoneOf(zoneKey),
    })),
    zones: zones.map(({ key, parentKey }) => ({
      key: `zone ${key}`,
      parentKey: zoneOf(parentKey),
      padding: ZONE_PADDING,
      least: LEAST_ZONE,
    })),
    edges: breakCycles(isBackwards ? inOrder.toReversed() : inOrder, edges),
  })
  return {
    components: components.map((component) => {
      const place = result.nodes.get(`box ${component.key}`)
      if (!place) throw new Error(`the layout has no place for ${component.key}`)
      return { ...component, at: { x: place.x, y: place.y, ...COMPONENT_SIZE } }
    }),
    zones: zones.map((zone) => {
      const at = result.zones.get(`zone ${zone.key}`)
      if (!at) throw new Error(`the layout has no place for ${zone.key}`)
      return { ...zone, at }
    }),
    connections,
    notCarried,
  }
}

function zoneOf(key: string | null): string | null {
  return key === null ? null : `zone ${key}`
}

/** About as much as an arrow's label takes up in the small size. */
function labelSizeOf({ label }: PlannedConnection): { w: number; h: number } | null {
  if (label === '') return null
  const lines = label.split('\n')
  const longest = Math.max(...lines.map((line) => line.length))
  return { w: Math.min(longest, WIDEST_LABEL) * LETTER + 12, h: lines.length * LINE + 8 }
}

const WIDEST_LABEL = 30
const LETTER = 9
const LINE = 24
