// @vitest-environment jsdom
import { titleOf } from '@drawbar/shared/components/component-kinds.ts'
import ELK from 'elkjs'
import { createShapeId, getArrowBindings, type TLArrowShape, type TLShapeId } from 'tldraw'
import { describe, expect, it } from 'vitest'
import { arrowPath } from '../connectors/arrow-body.ts'
import { costOf } from '../connectors/run-around.ts'
import { openEditor } from '../testing/open-editor.ts'
import { layOut } from '../tidy/lay-out.ts'
import { drawPlan } from './draw-plan.ts'
import type { DrawingPlan, PlannedComponent, PlannedConnection, Unplaced } from './drawing-plan.ts'
import { placeDrawing } from './place-drawing.ts'

const component = (key: string, more: Partial<PlannedComponent> = {}): Omit<PlannedComponent, 'at'> => ({
  key,
  kind: 'service',
  label: key,
  technology: '',
  replicas: 1,
  shards: 0,
  zoneKey: null,
  ...more,
})
const connection = (
  fromKey: string,
  toKey: string,
  more: Partial<PlannedConnection> = {},
): PlannedConnection => ({
  fromKey,
  toKey,
  label: '',
  kind: 'request',
  direction: 'forward',
  ...more,
})

const SHOP: Unplaced = {
  components: [
    component('phone', { kind: 'mobile', label: titleOf('mobile') }),
    component('api', { zoneKey: 'inner' }),
    component('store', { kind: 'cache', technology: 'Redis', replicas: 3, shards: 8, zoneKey: 'outer' }),
    component('note', { kind: null, label: 'Why?\nBecause.' }),
  ],
  connections: [
    connection('phone', 'api', { label: 'GET /me' }),
    connection('api', 'store', { kind: 'async', direction: 'both' }),
    connection('note', 'outer', { kind: null, direction: 'none' }),
    connection('api', 'api', { label: 'retry' }),
  ],
  zones: [
    // The inner one first, as Mermaid lists them.
    { key: 'inner', kind: 'network', label: 'Private', parentKey: 'outer' },
    { key: 'outer', kind: 'region', label: 'eu', parentKey: null },
  ],
  notCarried: ['Settings.'],
  flow: 'right',
}

function placed(drawing: Unplaced): Promise<DrawingPlan> {
  return placeDrawing(drawing, (input) => {
    return layOut(input, { engine: (graph) => new ELK({ algorithms: ['layered'] }).layout(graph) })
  })
}

async function drawnShop() {
  const editor = openEditor()
  const plan = await placed(SHOP)
  let made = 0
  const newId = () => createShapeId(`new-${(made += 1)}`)
  const ids = drawPlan(editor, plan, { at: { x: 1000, y: 500 }, newId })
  const named = (label: string) => {
    const found = editor.getCurrentPageShapes().find(({ props }) => 'label' in props && props.label === label)
    if (!found) throw new Error(`no ${label} on the board`)
    return found
  }
  return { editor, plan, ids, named }
}

describe('a plan on the board', () => {
  it('stands around the point, with what is in a zone measured from it', async () => {
    const { editor, plan, ids, named } = await drawnShop()
    expect(ids).toHaveLength(10)
    expect(named('Private').parentId).toBe(named('eu').id)
    expect(named('api').parentId).toBe(named('Private').id)
    expect(named('store').parentId).toBe(named('eu').id)
    const page = (id: TLShapeId) => editor.getShapePageBounds(id)
    const outer = page(named('eu').id)
    for (const label of ['Private', 'api', 'store']) {
      const bounds = page(named(label).id)
      expect([label, bounds && outer?.contains(bounds)]).toEqual([label, true])
    }
    // Every box lies as far from every other as in the plan.
    const at = (key: string) => [...plan.components, ...plan.zones].find((box) => box.key === key)?.at
    expect((page(named('api').id)?.x ?? 0) - (outer?.x ?? 0)).toBe(
      (at('api')?.x ?? 0) - (at('outer')?.x ?? 0),
    )
    const boxes = editor.getCurrentPageShapes().filter(({ type }) => type !== 'arrow')
    const left = Math.min(...boxes.map(({ id }) => page(id)?.x ?? 0))
    const right = Math.max(...boxes.map(({ id }) => page(id)?.maxX ?? 0))
    expect(Math.abs((left + right) / 2 - 1000)).toBeLessThanOrEqual(1)
  })

  it('has components, boxes, and arrows that stick', async () => {
    const { editor, named } = await drawnShop()
    expect(named('store').props).toMatchObject({ kind: 'cache', technology: 'Redis', replicas: 3, shards: 8 })
    const shapes = editor.getCurrentPageShapes()
    expect(shapes.filter(({ type }) => type === 'geo')).toHaveLength(1)
    const arrows = shapes.filter((shape) => editor.isShapeOfType<TLArrowShape>(shape, 'arrow'))
    const ends = arrows.map((arrow) => {
      const { start, end } = getArrowBindings(editor, arrow)
      return [start?.toId, end?.toId]
    })
    const [api, store] = [named('api').id, named('store').id]
    expect(ends).toContainEqual([api, store])
    expect(ends).toContainEqual([api, api])
    expect(ends.flat().every((id) => id !== undefined)).toBe(true)
    const call = arrows.find(({ props }) => props.text === 'GET /me')
    expect(call).toMatchObject({
      meta: { connector: 'request' },
      props: { kind: 'elbow', arrowheadStart: 'none' },
    })
    const both = arrows.find(({ meta }) => meta.connector === 'async')
    expect([both?.props.arrowheadStart, both?.props.arrowheadEnd]).not.toContain('none')
    expect(arrows.filter(({ meta }) => meta.connector === undefined)).toMatchObject([
      { props: { arrowheadStart: 'none', arrowheadEnd: 'none' } },
    ])
  })

  it('leaves the label of a component empty that is called after its kind', async () => {
    const { editor } = await drawnShop()
    const mobile = editor
      .getCurrentPageShapes()
      .find(({ props }) => JSON.stringify(props).includes('"mobile"'))
    expect(mobile?.props).toMatchObject({ label: '' })
  })

  it.each([
    ['two ways to one store', 'down', 'a>b a>c b>d c>d'],
    ['a way past its neighbour', 'right', 'a>b b>c a>c'],
    ['a way back', 'right', 'a>b b>c c>d d>a d>b'],
  ] as const)('has no arrow through a box: %s', async (_what, flow, ways) => {
    const editor = openEditor()
    const keys = [...new Set(ways.match(/\w/g))]
    const connections = ways.split(' ').map((way) => {
      const [from = '', to = ''] = way.split('>')
      return connection(from, to)
    })
    const drawing = { ...SHOP, flow, components: keys.map((key) => component(key)), connections, zones: [] }
    drawPlan(editor, await placed(drawing), { at: { x: 0, y: 0 }, newId: createShapeId })
    const shapes = editor.getCurrentPageShapes()
    const boxes = shapes.filter(({ type }) => type === 'component')
    for (const arrow of shapes.filter((shape) => editor.isShapeOfType<TLArrowShape>(shape, 'arrow'))) {
      const { start, end } = getArrowBindings(editor, arrow)
      const foreign = boxes
        .filter(({ id }) => id !== start?.toId && id !== end?.toId)
        .flatMap(({ id }) => editor.getShapePageBounds(id) ?? [])
      expect(foreign).toHaveLength(boxes.length - 2)
      expect(costOf(arrowPath(editor, arrow.id), foreign).through).toBe(0)
    }
  })

  it('is selected, and taken back by one undo', async () => {
    const { editor, ids, named } = await drawnShop()
    expect(editor.getSelectedShapeIds()).toContain(named('eu').id)
    expect(editor.getSelectedShapeIds()).not.toContain(named('api').id)
    editor.undo()
    expect(ids.filter((id) => editor.getShape(id))).toEqual([])
    expect(editor.getCurrentPageShapeIds().size).toBe(0)
    editor.redo()
    expect(editor.getCurrentPageShapeIds().size).toBe(10)
  })

  it('is not drawn where nobody may draw, or where there is no room for all of it', async () => {
    const editor = openEditor()
    const plan = await placed(SHOP)
    editor.updateInstanceState({ isReadonly: true })
    expect(drawPlan(editor, plan, { at: { x: 0, y: 0 }, newId: createShapeId })).toEqual([])
    editor.updateInstanceState({ isReadonly: false })
    const { maxShapesPerPage } = editor.options
    const many = Array.from({ length: maxShapesPerPage }, (_, index) => component(`c${index}`))
    const at = { x: 0, y: 0, w: 200, h: 100 }
    const crowd: DrawingPlan = { ...plan, components: many.map((one) => ({ ...one, at })), connections: [] }
    expect(drawPlan(editor, crowd, { at: { x: 0, y: 0 }, newId: createShapeId })).toEqual([])
    expect(editor.getCurrentPageShapeIds().size).toBe(0)
  })
})
