// @vitest-environment jsdom
import { CARD } from '@drawbar/shared/board/shapes/card-shape.ts'
import { COMPONENT, COMPONENT_SIZE } from '@drawbar/shared/board/shapes/component-shape.ts'
import { ZONE } from '@drawbar/shared/board/shapes/zone-shape.ts'
import { createShapeId, getArrowBindings, type Editor, type TLArrowShape, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyChoice } from '../picker/apply-choice.ts'
import { pickerItems } from '../picker/picker-items.ts'
import { pickerOf } from '../picker/picker-request.ts'
import { openEditor } from '../testing/open-editor.ts'
import { sourceAtPointer } from './connectable-at.ts'
import { dragToConnect } from './drag-to-connect.ts'

let editor: Editor
let feed: TLShapeId

beforeEach(() => {
  editor = openEditor()
  feed = put('feed', { x: 0, y: 0 })
})
afterEach(() => editor.dispose())

interface At {
  readonly x: number
  readonly y: number
}

function put(name: string, { x, y }: At, isLocked = false): TLShapeId {
  const id = createShapeId(name)
  editor.createShape({ id, type: COMPONENT, x, y, isLocked })
  return id
}

const KEYS = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false } as const

function pointer(name: 'pointer_move' | 'pointer_up', { x, y }: At): void {
  editor.dispatch({
    type: 'pointer',
    target: 'canvas',
    name,
    pointerId: 1,
    button: 0,
    isPen: false,
    point: { x, y, z: 0.5 },
    ...KEYS,
    accelKey: false,
  })
}

/** A handle of the feed is dragged to a point of the page, which is one of the window here. */
async function dragTo(to: At): Promise<void> {
  const { w, h } = COMPONENT_SIZE
  dragToConnect(editor, feed, {
    clientX: w + 16,
    clientY: h / 2,
    pointerId: 1,
    pointerType: 'mouse',
    ...KEYS,
  })
  pointer('pointer_move', to)
  pointer('pointer_up', to)
  await settled()
}

/** What follows a drag, or an answer, is done in a microtask of its own. */
async function settled(): Promise<void> {
  await Promise.resolve()
  await Promise.resolve()
}

async function answer(line: string): Promise<void> {
  const request = pickerOf(editor).get()
  const [item] = pickerItems(line, { all: [], connectable: [] })
  if (request === null || item === undefined) throw new Error(`nothing is offered for ${line}`)
  applyChoice(editor, request, { item, text: line, stay: false })
  pickerOf(editor).set(null)
  await settled()
}

function arrows(): TLArrowShape[] {
  return editor.getCurrentPageShapes().filter((shape): shape is TLArrowShape => shape.type === 'arrow')
}

function ends(): readonly (TLShapeId | undefined)[] {
  const [arrow] = arrows()
  const { start, end } = arrow === undefined ? {} : getArrowBindings(editor, arrow)
  return [start?.toId, end?.toId]
}

const EMPTY = { x: 700, y: 400 }

describe('a handle that is let go over nothing', () => {
  it('asks, and what the line says flows stands on the arrow', async () => {
    await dragTo(EMPTY)
    const request = pickerOf(editor).get()
    if (request?.mode !== 'place' || request.at === null) throw new Error('it does not ask')
    expect(request.fromId).toBe(feed)
    expect(Math.hypot(request.at.x - EMPTY.x, request.at.y - EMPTY.y)).toBeLessThan(2)
    await answer('mongo: Docs | reads')
    const placed = editor.getOnlySelectedShapeId() ?? undefined
    expect(ends()).toEqual([feed, placed])
    expect(arrows()[0]?.props.text).toBe('reads')
  })

  it('is one step to undo with what was chosen, and one to redo', async () => {
    await dragTo(EMPTY)
    await answer('mongo')
    expect(editor.getCurrentPageShapes()).toHaveLength(3)
    editor.undo()
    expect(editor.getCurrentPageShapeIds()).toEqual(new Set([feed]))
    editor.redo()
    expect(editor.getCurrentPageShapes()).toHaveLength(3)
    expect(ends()[0]).toBe(feed)
  })

  it('leaves nothing when nothing is chosen', async () => {
    await dragTo(EMPTY)
    pickerOf(editor).set(null)
    await settled()
    expect(editor.getCurrentPageShapeIds()).toEqual(new Set([feed]))
    expect(editor.getCanRedo()).toBe(false)
  })

  it('leads to a card', async () => {
    await dragTo(EMPTY)
    await answer('table: users')
    expect(editor.getOnlySelectedShape()?.type).toBe(CARD)
    expect(ends()[1]).toBe(editor.getOnlySelectedShapeId())
  })

  it.each([
    ['right of it', { x: 260, y: 60 }],
    ['below it', { x: 110, y: 170 }],
    ['left of it', { x: -60, y: 40 }],
  ])('puts a zone %s, clear of where it came from, and no arrow', async (_where, at) => {
    await dragTo(at)
    await answer('region: eu')
    const zone = editor.getOnlySelectedShape()
    const bounds = zone && editor.getShapePageBounds(zone)
    const source = editor.getShapePageBounds(feed)
    if (!zone || !bounds || !source) throw new Error('nothing was placed')
    expect(zone.type).toBe(ZONE)
    expect(bounds.collides(source)).toBe(false)
    expect(bounds.clone().expandBy(1).containsPoint(at)).toBe(true)
    expect(arrows()).toEqual([])
    editor.undo()
    expect(editor.getCurrentPageShapeIds()).toEqual(new Set([feed]))
  })
})

it('a handle that is let go over its own component makes nothing', async () => {
  await dragTo({ x: 100, y: 50 })
  expect(arrows()).toEqual([])
  expect(pickerOf(editor).get()).toBeNull()
})

describe('what is locked', () => {
  it('is connected to, and not changed', async () => {
    const store = put('store', { x: 600, y: 300 }, true)
    const before = editor.getShape(store)
    await dragTo({ x: 650, y: 350 })
    expect(pickerOf(editor).get()).toBeNull()
    expect(ends()).toEqual([feed, store])
    expect(editor.getShape(store)).toEqual(before)
    editor.undo()
    expect(arrows()).toEqual([])
  })

  it('is what a connection begins from while the pointer is on it', () => {
    const store = put('store', { x: 600, y: 300 }, true)
    pointer('pointer_move', EMPTY)
    editor.emit('tick', 16)
    expect(sourceAtPointer(editor)).toBe(store)
    pointer('pointer_move', { x: 1200, y: 700 })
    editor.emit('tick', 16)
    expect(sourceAtPointer(editor)).toBeNull()
  })

  it('makes nothing when it is where the handle came from', async () => {
    editor.toggleLock([feed])
    await dragTo({ x: 100, y: 50 })
    expect(arrows()).toEqual([])
    expect(pickerOf(editor).get()).toBeNull()
  })
})
