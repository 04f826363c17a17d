// @vitest-environment jsdom
import { COMPONENT, componentDefaults } from '@drawbar/shared/board/shapes/component-shape.ts'
import { ZONE } from '@drawbar/shared/board/shapes/zone-shape.ts'
import ELK from 'elkjs'
import { Box, createShapeId, type Editor, type TLArrowBinding, type TLShape, type TLShapeId } from 'tldraw'
import { describe, expect, it } from 'vitest'
import { openEditor } from '../testing/open-editor.ts'
import type { LayoutEngine } from './layout-engine.ts'
import { tidy } from './tidy-board.ts'
import { wordsOfTidy } from './tidy-words.ts'

const engine: LayoutEngine = (graph) => new ELK({ algorithms: ['layered'] }).layout(graph)

interface At {
  readonly x: number
  readonly y: number
  readonly parentId?: TLShapeId
}

function component(editor: Editor, name: string, at: At): TLShapeId {
  const id = createShapeId(name)
  const props = { ...componentDefaults, w: 200, h: 100, kind: 'service', label: name }
  editor.createShape({ id, type: COMPONENT, ...at, props })
  return id
}

function zone(editor: Editor, name: string, at: At, size = { w: 500, h: 300 }): TLShapeId {
  const id = createShapeId(name)
  editor.createShape({
    id,
    type: ZONE,
    ...at,
    props: { ...size, kind: 'region', label: name, color: 'black' },
  })
  return id
}

function box(editor: Editor, name: string, at: At): TLShapeId {
  const id = createShapeId(name)
  editor.createShape({ id, type: 'geo', ...at, props: { w: 200, h: 100 } })
  return id
}

function arrow(editor: Editor, fromId: TLShapeId, toId: TLShapeId): TLShapeId {
  const id = createShapeId(`${fromId}-${toId}`)
  editor.createShape({ id, type: 'arrow', props: { kind: 'elbow' } })
  for (const [terminal, end] of [
    ['start', fromId],
    ['end', toId],
  ] as const) {
    const props = {
      terminal,
      normalizedAnchor: { x: 0.5, y: 0.5 },
      isExact: false,
      isPrecise: false,
      snap: 'none',
    }
    editor.createBinding({ type: 'arrow', fromId: id, toId: end, props })
  }
  return id
}

const boundsOf = (editor: Editor, id: TLShapeId): Box => {
  const bounds = editor.getShapePageBounds(id)
  if (!bounds) throw new Error(`${id} is not on the page`)
  return bounds
}

const placesOf = (editor: Editor) =>
  Object.fromEntries(
    editor
      .getCurrentPageShapes()
      .map(({ id, x, y, rotation, parentId }) => [id, { x, y, rotation, parentId }]),
  )

/** Three components in a heap, joined in a row. */
function heap(editor: Editor) {
  const client = component(editor, 'client', { x: 40, y: 30 })
  const gateway = component(editor, 'gateway', { x: 60, y: 70 })
  const orders = component(editor, 'orders', { x: 10, y: 90 })
  arrow(editor, client, gateway)
  arrow(editor, gateway, orders)
  return { client, gateway, orders }
}

const PAGE = { scope: 'page', engine, direction: 'right' } as const

describe('tidying', () => {
  it('sets a heap in a row, and its middle stays where it was', async () => {
    const editor = openEditor()
    const { client, gateway, orders } = heap(editor)
    const all = () => Box.Common([client, gateway, orders].map((id) => boundsOf(editor, id)))
    const before = all().center
    expect(await tidy(editor, PAGE)).toEqual({ kind: 'tidied', moved: 3, skipped: 0 })
    expect(boundsOf(editor, client).maxX).toBeLessThan(boundsOf(editor, gateway).minX)
    expect(boundsOf(editor, gateway).maxX).toBeLessThan(boundsOf(editor, orders).minX)
    expect(Math.abs(all().center.x - before.x)).toBeLessThanOrEqual(1)
    expect(Math.abs(all().center.y - before.y)).toBeLessThanOrEqual(1)
  })

  it('is one step to take back, and changes nothing else', async () => {
    const editor = openEditor()
    heap(editor)
    editor.markHistoryStoppingPoint('drawn')
    const before = placesOf(editor)
    await tidy(editor, PAGE)
    expect(placesOf(editor)).not.toEqual(before)
    editor.undo()
    expect(placesOf(editor)).toEqual(before)
  })

  it('leads arrows that run back around what stands between, and undoes that too', async () => {
    const editor = openEditor()
    const { client, gateway, orders } = heap(editor)
    // A circle begins where the drawing begins.
    editor.updateShape({ id: client, type: COMPONENT, x: -200 })
    const back = arrow(editor, orders, client)
    editor.markHistoryStoppingPoint('drawn')
    await tidy(editor, PAGE)
    const path = () =>
      editor
        .getShapeGeometry(back)
        .vertices.map((point) => editor.getShapePageTransform(back).applyToPoint(point))
    const between = boundsOf(editor, gateway)
    expect(path().some(({ y }) => y < between.minY || y > between.maxY)).toBe(true)
    const isPrecise = () =>
      editor.getBindingsFromShape<TLArrowBinding>(back, 'arrow').some(({ props }) => props.isPrecise)
    expect(isPrecise()).toBe(true)
    expect(await tidy(editor, PAGE)).toEqual({ kind: 'tidy-already' })
    editor.undo()
    expect(isPrecise()).toBe(false)
  })

  it('writes each place once', async () => {
    const editor = openEditor()
    heap(editor)
    const writes: string[] = []
    editor.store.listen(
      ({ changes }) => {
        for (const [, to] of Object.values(changes.updated))
          if (to.typeName === 'shape' && to.type === COMPONENT) writes.push(to.id)
      },
      { source: 'user', scope: 'document' },
    )
    await tidy(editor, PAGE)
    editor.store._flushHistory()
    expect(writes.toSorted()).toEqual(['shape:client', 'shape:gateway', 'shape:orders'])
  })

  it.each([
    ['right', { x: 400, y: 0 }],
    ['down', { x: 0, y: 400 }],
  ])('goes on to the %s where arrows do, and has nothing to do the second time', async (way, apart) => {
    const editor = openEditor()
    const { client, gateway } = heap(editor)
    editor.updateShape({ id: gateway, type: COMPONENT, ...apart })
    for (const [index, name] of ['users', 'carts', 'mail'].entries()) {
      const at = { x: 2 * apart.x - 70 * index, y: 2 * apart.y + 70 * index }
      arrow(editor, gateway, component(editor, name, at))
    }
    await tidy(editor, { scope: 'page', engine })
    const [from, to] = [boundsOf(editor, client), boundsOf(editor, gateway)]
    expect(way === 'right' ? to.minX - from.maxX : to.minY - from.maxY).toBeGreaterThan(0)
    const once = placesOf(editor)
    expect(await tidy(editor, { scope: 'page', engine })).toEqual({ kind: 'tidy-already' })
    expect(placesOf(editor)).toEqual(once)
  })

  it('grows a zone around what stands in it', async () => {
    const editor = openEditor()
    const region = zone(editor, 'region', { x: 300, y: 0 }, { w: 260, h: 180 })
    const client = component(editor, 'client', { x: 0, y: 0 })
    const api = component(editor, 'api', { x: 10, y: 10, parentId: region })
    const store = component(editor, 'store', { x: 20, y: 40, parentId: region })
    arrow(editor, client, api)
    arrow(editor, api, store)
    await tidy(editor, PAGE)
    const border = boundsOf(editor, region)
    for (const id of [api, store]) {
      expect(border.contains(boundsOf(editor, id))).toBe(true)
      expect(editor.getShape(id)?.parentId).toBe(region)
    }
    expect(border.collides(boundsOf(editor, client))).toBe(false)
    expect(boundsOf(editor, api).collides(boundsOf(editor, store))).toBe(false)
  })

  it('leaves alone what is locked, text, strokes, and boxes nothing leads to', async () => {
    const editor = openEditor()
    const { client } = heap(editor)
    const locked = component(editor, 'locked', { x: 5, y: 5 })
    arrow(editor, client, locked)
    editor.updateShape({ id: locked, type: COMPONENT, isLocked: true })
    const lone = box(editor, 'lone', { x: 0, y: 0 })
    const note = createShapeId('note')
    editor.createShape({ id: note, type: 'note', x: 3, y: 4 })
    arrow(editor, client, note)
    await tidy(editor, PAGE)
    expect(placeOf(editor, locked)).toEqual([5, 5])
    expect(placeOf(editor, lone)).toEqual([0, 0])
    expect(placeOf(editor, note)).toEqual([3, 4])
  })

  it('lies on nothing that stays where it is', async () => {
    const editor = openEditor()
    const { client, gateway, orders } = heap(editor)
    editor.updateShape({ id: gateway, type: COMPONENT, x: 700 })
    editor.toggleLock([gateway])
    const card = createShapeId('card')
    editor.createShape({ id: card, type: 'card', x: -900, y: 200 })
    await tidy(editor, PAGE)
    for (const moved of [client, orders]) {
      for (const kept of [gateway, card]) {
        expect(Box.Collides(boundsOf(editor, moved), boundsOf(editor, kept))).toBe(false)
      }
    }
    const after = placesOf(editor)
    expect(await tidy(editor, PAGE)).toEqual({ kind: 'tidy-already' })
    expect(placesOf(editor)).toEqual(after)
  })

  it('moves a zone in which something is locked as a whole', async () => {
    const editor = openEditor()
    const region = zone(editor, 'region', { x: 600, y: 0 })
    const store = component(editor, 'store', { x: 20, y: 60, parentId: region })
    const cache = component(editor, 'cache', { x: 30, y: 70, parentId: region })
    const shop = component(editor, 'shop', { x: 0, y: 300 })
    arrow(editor, shop, cache)
    editor.toggleLock([store])
    const before = placesOf(editor)
    await tidy(editor, PAGE)
    const after = placesOf(editor)
    expect(after[store]).toEqual(before[store])
    expect(after[cache]).toEqual(before[cache])
    expect(after[region]).not.toEqual(before[region])
  })

  it('takes only what is selected, and says when that is one shape', async () => {
    const editor = openEditor()
    const { client, gateway, orders } = heap(editor)
    const untouched = placeOf(editor, orders)
    editor.select(client, gateway)
    expect(await tidy(editor, { ...PAGE, scope: 'selection' })).toMatchObject({ kind: 'tidied', moved: 2 })
    expect(placeOf(editor, orders)).toEqual(untouched)
    editor.select(client)
    const outcome = await tidy(editor, { ...PAGE, scope: 'selection' })
    expect(outcome).toEqual({ kind: 'too-few', found: 1 })
    expect(wordsOfTidy(outcome, 'selection')?.title).toBe('Only one shape is selected.')
  })

  it('lays out what is in a turned frame within the frame', async () => {
    const editor = openEditor()
    const frame = createShapeId('frame')
    editor.createShape({ id: frame, type: 'frame', x: 100, y: 100, rotation: 0.3, props: { w: 900, h: 600 } })
    const a = component(editor, 'a', { x: 200, y: 200, parentId: frame })
    const b = component(editor, 'b', { x: 210, y: 210, parentId: frame })
    arrow(editor, a, b)
    const before = editor.getShape(frame)
    await tidy(editor, PAGE)
    expect(editor.getShape(frame)).toEqual(before)
    const [ax, ay] = placeOf(editor, a)
    const [bx, by] = placeOf(editor, b)
    expect(ay).toBe(by)
    expect(bx).toBeGreaterThan((ax ?? 0) + 200)
  })

  it('moves a group as one box', async () => {
    const editor = openEditor()
    const client = component(editor, 'client', { x: 0, y: 0 })
    const a = box(editor, 'a', { x: 20, y: 20 })
    const b = box(editor, 'b', { x: 260, y: 40 })
    editor.groupShapes([a, b], { groupId: createShapeId('pair') })
    arrow(editor, client, a)
    const apart = () => boundsOf(editor, b).x - boundsOf(editor, a).x
    const before = apart()
    expect(await tidy(editor, PAGE)).toMatchObject({ kind: 'tidied' })
    expect(apart()).toBeCloseTo(before)
    expect(boundsOf(editor, client).maxX).toBeLessThan(boundsOf(editor, a).minX)
  })
})

describe('while others work', () => {
  /** Lets something happen after the shapes were read and before they are moved. */
  const meanwhile =
    (happens: () => void): LayoutEngine =>
    async (graph, signal) => {
      const placed = await engine(graph, signal)
      happens()
      return placed
    }

  it('a shape that someone moves stays where they put it, and one they remove stays away', async () => {
    const editor = openEditor()
    const { client, gateway, orders } = heap(editor)
    const outcome = await tidy(editor, {
      ...PAGE,
      engine: meanwhile(() => {
        editor.store.mergeRemoteChanges(() => {
          editor.store.update(client, (shape: TLShape) => ({ ...shape, x: 777, y: 888 }))
          editor.store.remove([orders])
        })
      }),
    })
    expect(outcome).toEqual({ kind: 'tidied', moved: 1, skipped: 2 })
    expect(placeOf(editor, client)).toEqual([777, 888])
    expect(editor.getShape(orders)).toBeUndefined()
    expect(editor.getShape(gateway)).toBeDefined()
    expect(wordsOfTidy(outcome, 'page')?.title).toBe('2 shapes were left alone.')
  })

  it('what they write on a shape is kept', async () => {
    const editor = openEditor()
    const { client } = heap(editor)
    await tidy(editor, {
      ...PAGE,
      engine: meanwhile(() => {
        editor.updateShape({ id: client, type: COMPONENT, props: { label: 'Phone' } })
      }),
    })
    expect(editor.getShape(client)).toMatchObject({ props: { label: 'Phone' } })
  })

  it('what stands in a zone they move stays in it', async () => {
    const editor = openEditor()
    const region = zone(editor, 'region', { x: 300, y: 0 })
    const api = component(editor, 'api', { x: 10, y: 10, parentId: region })
    arrow(editor, component(editor, 'client', { x: 0, y: 0 }), api)
    await tidy(editor, {
      ...PAGE,
      engine: meanwhile(() => {
        editor.store.mergeRemoteChanges(() => {
          editor.store.update(region, (shape: TLShape) => ({ ...shape, x: 900 }))
        })
      }),
    })
    expect(placeOf(editor, region)).toEqual([900, 0])
    expect(placeOf(editor, api)).toEqual([10, 10])
  })

  it('nothing moves when it fails, is stopped, or the board may not be written', async () => {
    const editor = openEditor()
    heap(editor)
    const before = placesOf(editor)
    const broken = await tidy(editor, { ...PAGE, engine: () => Promise.reject(new Error('broken')) })
    expect(broken).toEqual({ kind: 'failed', reason: 'failed' })
    const stopped = await tidy(editor, { ...PAGE, signal: AbortSignal.abort() })
    expect(stopped).toEqual({ kind: 'failed', reason: 'stopped' })
    editor.updateInstanceState({ isReadonly: true })
    expect(await tidy(editor, PAGE)).toEqual({ kind: 'read-only' })
    expect(placesOf(editor)).toEqual(before)
  })
})

function placeOf(editor: Editor, id: TLShapeId): number[] {
  const shape = editor.getShape(id)
  return shape ? [shape.x, shape.y] : []
}
