import { zoneDefaults } from '@drawbar/shared/board/shapes/zone-shape.ts'
import { box, frame, group, shapeId } from '@drawbar/shared/board/testing/boards.ts'
import { getIndices, type TLShape } from 'tldraw'
import { expect, test } from 'vitest'
import { placeShapes } from './place-shapes.ts'

const [, first, second] = getIndices(2)

test('a frame comes after what is in it, a group has no say in it, siblings keep their order', () => {
  const shapes = [
    box('last', { index: second }),
    frame('frame', { index: first }),
    box('above', { parentId: shapeId('group'), index: second }),
    box('below', { parentId: shapeId('group'), index: first }),
    group('group', { parentId: shapeId('frame') }),
  ]
  const placed = placeShapes(shapes)
  expect(placed.map(({ id }) => id)).toEqual(['group', 'below', 'above', 'frame', 'last'])
  expect(placed.find(({ id }) => id === 'below')).toMatchObject({ groupIds: ['group'], frameId: 'frame' })
  expect(placed.find(({ id }) => id === 'group')).toMatchObject({ groupIds: [], frameId: 'frame' })
  expect(placed.find(({ id }) => id === 'frame')).toMatchObject({ groupIds: [], frameId: null })
})

test('groups are named from the innermost', () => {
  const placed = placeShapes([
    group('outer'),
    group('inner', { parentId: shapeId('outer') }),
    box('held', { parentId: shapeId('inner') }),
  ])
  expect(placed.at(-1)).toMatchObject({ id: 'held', groupIds: ['inner', 'outer'] })
})

test('what is in a zone names the innermost one', () => {
  const zone = (name: string, parentId?: TLShape['parentId']): TLShape => ({
    ...box(name, parentId === undefined ? {} : { parentId }),
    type: 'zone',
    props: { ...zoneDefaults, kind: 'region', w: 9, h: 9 },
  })
  const placed = placeShapes([
    zone('region'),
    zone('network', shapeId('region')),
    box('held', { parentId: shapeId('network') }),
  ])
  expect(placed.map(({ zone: holder }) => holder)).toEqual([null, 'region', 'network'])
})

test('places count from the page, also under parents that are not among the shapes', () => {
  const turned = group('turned', { parentId: shapeId('elsewhere'), x: 10, y: 0, rotation: Math.PI / 2 })
  const held = box('held', { parentId: shapeId('turned'), x: 5, y: 0 })
  const origins = new Map([[shapeId('elsewhere') as string, { x: 100, y: 200, rotation: 0 }]])
  const [, placed] = placeShapes([turned, held], origins)
  expect(placed?.placement.x).toBeCloseTo(110)
  expect(placed?.placement.y).toBeCloseTo(205)
  expect(placed?.placement.rotation).toBeCloseTo(Math.PI / 2)
})
