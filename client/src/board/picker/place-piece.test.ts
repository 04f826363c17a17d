/** @vitest-environment jsdom */
import { COMPONENT, type ComponentShape } from '@drawbar/shared/board/shapes/component-shape.ts'
import { ZONE } from '@drawbar/shared/board/shapes/zone-shape.ts'
import { boardOf } from '@drawbar/shared/board/testing/boards.ts'
import { readAllRecords } from '@drawbar/shared/board/read-record.ts'
import {
  getArrowBindings,
  toRichText,
  type Editor,
  type TLArrowShape,
  type TLGeoShape,
  type TLShapeId,
} from 'tldraw'
import { describe, expect, test } from 'vitest'
import { connect, setConnector } from '../connectors/connect.ts'
import { createEditingPeer, type EditingPeer } from '../testing/editing-peer.ts'
import { openPicker } from './open-picker.ts'
import { pickerItems, readPickerLine, type Piece } from './picker-items.ts'
import { pickerOf } from './picker-request.ts'
import { placePiece, type PlaceOptions } from './place-piece.ts'
import { turnInto } from './turn-into.ts'

const NOTHING = { all: [], connectable: [] }

function alice(): EditingPeer {
  return createEditingPeer('alice', boardOf())
}

/** As somebody who types a line and presses Enter. */
function type(editor: Editor, line: string, more: Partial<PlaceOptions> = {}): TLShapeId {
  const [first] = pickerItems(line, NOTHING)
  if (first?.does !== 'place') throw new Error(`nothing is called ${line}`)
  const options = {
    said: readPickerLine(line),
    at: null,
    fromId: null,
    arrowId: null,
    goOnFrom: 'new',
    ...more,
  } as const
  return placePiece(editor, first.piece, options)
}

function component(editor: Editor, id: TLShapeId): ComponentShape {
  const shape = editor.getShape<ComponentShape>(id)
  if (shape?.type !== COMPONENT) throw new Error('no component')
  return shape
}

function arrows(editor: Editor): TLArrowShape[] {
  return editor.getCurrentPageShapes().filter((shape): shape is TLArrowShape => shape.type === 'arrow')
}

function overlaps(editor: Editor): number {
  const boxes = editor
    .getCurrentPageShapes()
    .filter((shape) => shape.type === COMPONENT)
    .flatMap(({ id }) => editor.getShapePageBounds(id) ?? [])
  return boxes.filter((box, i) => boxes.slice(i + 1).some((other) => box.collides(other))).length
}

describe('placing', () => {
  test('"redis" is a cache labelled Redis, "kafka" a stream labelled Kafka', () => {
    const { editor } = alice()
    expect(component(editor, type(editor, 'redis')).props).toMatchObject({
      kind: 'cache',
      label: 'Redis',
      technology: 'Redis',
    })
    expect(component(editor, type(editor, 'kafka')).props).toMatchObject({ kind: 'stream', label: 'Kafka' })
  })

  test('what is placed beside nothing lies on no arrow either', () => {
    const { editor } = alice()
    const middle = editor.getViewportPageBounds().center
    const [from, to] = [-500, 500].map((x) =>
      type(editor, 'service', { at: { x: middle.x + x, y: middle.y } }),
    )
    if (from === undefined || to === undefined) throw new Error('nothing is placed')
    const arrow = editor.getShapePageBounds(connect(editor, from, to))
    const placed = editor.getShapePageBounds(type(editor, 'cache'))
    expect(arrow?.collides(placed ?? arrow)).toBe(false)
  })

  test('a line says name, number and what flows', () => {
    const { editor } = alice()
    const fromId = type(editor, 'gateway')
    const id = type(editor, 'service: Orders x3 | POST /orders', { fromId })
    expect(component(editor, id).props).toMatchObject({ kind: 'service', label: 'Orders', replicas: 3 })
    const [arrow] = arrows(editor)
    if (arrow === undefined) throw new Error('nothing is connected')
    expect(arrow).toMatchObject({
      props: { kind: 'elbow', text: 'POST /orders' },
      meta: { connector: 'request' },
    })
    const { start, end } = getArrowBindings(editor, arrow)
    expect([start?.toId, end?.toId]).toEqual([fromId, id])
    expect(editor.getSelectedShapeIds()).toEqual([id])
  })

  test('twenty in a row lie on nothing, and one undo takes one back with its arrow', () => {
    const { editor } = alice()
    const fromId = type(editor, 'gateway')
    for (let i = 0; i < 19; i++) type(editor, `service: S${i}`, { fromId, goOnFrom: 'source' })
    expect(editor.getSelectedShapeIds()).toEqual([fromId])
    expect(overlaps(editor)).toBe(0)
    expect(arrows(editor)).toHaveLength(19)
    editor.undo()
    expect(arrows(editor)).toHaveLength(18)
    expect(editor.getCurrentPageShapes().filter(({ type: each }) => each === COMPONENT)).toHaveLength(19)
  })

  test('a zone goes around what is selected, and carries it', () => {
    const { editor } = alice()
    const ids = [type(editor, 'service'), type(editor, 'postgres')]
    editor.setSelectedShapes(ids)
    const zoneId = type(editor, 'region')
    expect(editor.getShape(zoneId)?.type).toBe(ZONE)
    expect(ids.map((id) => editor.getShape(id)?.parentId)).toEqual([zoneId, zoneId])
    const before = editor.getShapePageBounds(ids[0] ?? zoneId)
    editor.nudgeShapes([zoneId], { x: 100, y: 0 })
    expect(editor.getShapePageBounds(ids[0] ?? zoneId)?.x).toBe((before?.x ?? 0) + 100)
  })

  test('a zone that is placed by itself stands clear of other zones', () => {
    const { editor } = alice()
    const bounds = ['region', 'trust boundary'].map((line) => {
      const id = type(editor, line)
      editor.selectNone()
      return editor.getShapePageBounds(id)
    })
    const [first, second] = bounds
    if (!first || !second) throw new Error('a zone is missing')
    expect(first.collides(second)).toBe(false)
  })

  test('what is placed inside a zone stands in it', () => {
    const { editor } = alice()
    const zoneId = type(editor, 'region', { at: { x: 500, y: 500 } })
    editor.selectNone()
    const id = type(editor, 'cache', { at: { x: 500, y: 500 } })
    expect(editor.getShape(id)?.parentId).toBe(zoneId)
  })

  test('a peer sees all of it', () => {
    const { editor, doc, binding } = alice()
    const fromId = type(editor, 'client')
    type(editor, 'redis', { fromId })
    binding.flush()
    expect(
      readAllRecords(doc)
        .map((record) => ('type' in record ? record.type : record.typeName))
        .toSorted(),
    ).toEqual(['arrow', 'arrow', 'arrow', 'component', 'component', 'document', 'page'])
  })
})

describe('connections', () => {
  test.each([
    ['service', 'kafka', 'stream'],
    ['service', 'rabbitmq', 'async'],
    ['rabbitmq', 'worker', 'async'],
    ['postgres', 'mysql', 'replication'],
    ['client', 'gateway', 'request'],
  ])('from %s to %s is likely a %s', (from, to, kind) => {
    const { editor } = alice()
    connect(editor, type(editor, from), type(editor, to))
    expect(arrows(editor)[0]?.meta.connector).toBe(kind)
  })

  test('what one stands for changes how it is drawn, and back in one step', () => {
    const { editor } = alice()
    connect(editor, type(editor, 'service'), type(editor, 'worker'))
    setConnector(editor, arrows(editor), 'batch')
    expect(arrows(editor)[0]).toMatchObject({
      meta: { connector: 'batch' },
      props: { dash: 'dashed', arrowheadEnd: 'square' },
    })
    editor.undo()
    expect(arrows(editor)[0]).toMatchObject({ meta: { connector: 'request' }, props: { dash: 'solid' } })
    setConnector(editor, arrows(editor), null)
    expect(arrows(editor)[0]?.meta.connector).toBeNull()
  })
})

describe('turning a box into a component', () => {
  function boxes(editor: Editor): { readonly api: TLShapeId; readonly db: TLShapeId } {
    const made = [type(editor, 'client'), type(editor, 'client')] as const
    const ids = ['api', 'db'].map((name) => `shape:${name}` as TLShapeId)
    for (const [i, id] of ids.entries()) {
      editor.createShape<TLGeoShape>({
        id,
        type: 'geo',
        x: i * 400,
        y: 600,
        props: { w: 160, h: 90, color: 'blue', richText: toRichText(i === 0 ? 'Order API' : 'postgres') },
      })
    }
    editor.deleteShapes([...made])
    return { api: 'shape:api' as TLShapeId, db: 'shape:db' as TLShapeId }
  }

  test('it keeps its text, its place, its colour and its arrows, in one undo step', () => {
    const { editor } = alice()
    const { api, db } = boxes(editor)
    const arrow = connect(editor, api, db, { label: 'SQL' })
    turnInto(editor, [db], { kind: 'sql', technology: 'PostgreSQL', said: readPickerLine('') })
    const [made] = editor.getSelectedShapes()
    expect(made).toMatchObject({
      type: COMPONENT,
      props: { kind: 'sql', label: 'postgres', technology: 'PostgreSQL', color: 'blue' },
    })
    expect(editor.getShape(db)).toBeUndefined()
    const shape = editor.getShape<TLArrowShape>(arrow)
    const { start, end } = shape ? getArrowBindings(editor, shape) : {}
    expect([start?.toId, end?.toId]).toEqual([api, made?.id])
    editor.undo()
    expect(editor.getShape(db)).toMatchObject({ type: 'geo' })
    const back = editor.getShape<TLArrowShape>(arrow)
    expect(back && getArrowBindings(editor, back).end?.toId).toBe(db)
  })

  test('the picker opens for it when boxes are selected, and for company otherwise', () => {
    const { editor } = alice()
    const { api, db } = boxes(editor)
    editor.setSelectedShapes([api, db])
    openPicker(editor)
    expect(pickerOf(editor).get()).toEqual({ mode: 'turn-into', shapeIds: [api, db] })
    const id = type(editor, 'redis')
    openPicker(editor)
    expect(pickerOf(editor).get()).toMatchObject({ mode: 'place', fromId: id })
    editor.updateInstanceState({ isReadonly: true })
    pickerOf(editor).set(null)
    openPicker(editor)
    expect(pickerOf(editor).get()).toBeNull()
  })
})

describe('what the picker offers', () => {
  const standing = [
    { id: 'shape:1', name: 'Orders', detail: 'Service' },
    { id: 'shape:2', name: 'Redis', detail: 'Cache' },
    { id: 'shape:3', name: 'Order events', detail: 'Stream' },
  ]
  const here = { id: 'shape:4', name: 'Checkout', detail: 'Service' }
  const names = (text: string) =>
    pickerItems(text, { all: [...standing, here], connectable: standing }).map((item) =>
      item.does === 'place'
        ? item.title
        : item.does === 'go'
          ? `go to ${item.to.name}`
          : `to ${item.to.name}`,
    )

  test('all pieces for an empty line, and nothing that stands there', () => {
    expect(names('')).toEqual(expect.arrayContaining(['Cache', 'Region', 'API', 'Capacity worksheet']))
    expect(names('').some((name) => name.startsWith('to '))).toBe(false)
  })

  test('what stands there under that name, after what can be placed', () => {
    expect(names('order')).toEqual(expect.arrayContaining(['to Order events', 'to Orders']))
    expect(names('orders')[0]).toBe('to Orders')
  })

  test('only what stands there behind a >', () => {
    expect(names('>')).toEqual(['to Order events', 'to Orders', 'to Redis'])
    expect(names('> ord | writes')).toEqual(['to Order events', 'to Orders'])
  })

  test('what stands there, to go to, behind an @', () => {
    expect(names('@')).toEqual(['go to Checkout', 'go to Order events', 'go to Orders', 'go to Redis'])
    expect(names('@che')).toEqual(['go to Checkout'])
  })

  test('zones, cards and the worksheet by name and by other words', () => {
    expect(names('vpc')).toContain('Network')
    expect(names('decision')).toContain('Decision')
    expect(names('estimate')).toContain('Capacity worksheet')
    const piece: Piece | undefined = pickerItems('az', NOTHING).flatMap((item) =>
      item.does === 'place' ? item.piece : [],
    )[0]
    expect(piece).toMatchObject({ kind: expect.any(String) })
  })
})
