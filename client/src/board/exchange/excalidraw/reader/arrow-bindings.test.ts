import { createShapeId } from 'tldraw'
import { expect, test } from 'vitest'
import { elementSchema } from '../scene.ts'
import { arrowBindings } from './arrow-bindings.ts'

const element = (id: string, type: string, more: object = {}) =>
  elementSchema.parse({ id, type, x: 0, y: 0, ...more })
const idsOf = (...ids: string[]) => new Map(ids.map((id) => [id, createShapeId(id)]))

test('an arrow points to the middle, an elbow arrow to where it was put', () => {
  const held = { endBinding: { elementId: 'box', fixedPoint: [1.2, 0.3] } }
  const elements = [
    element('box', 'rectangle'),
    element('round', 'arrow', held),
    element('elbow', 'arrow', { ...held, elbowed: true }),
  ]
  expect(arrowBindings(elements, idsOf('box', 'round', 'elbow'))).toMatchObject([
    {
      fromId: createShapeId('round'),
      props: { terminal: 'end', isPrecise: false, normalizedAnchor: { x: 0.5, y: 0.5 } },
    },
    {
      fromId: createShapeId('elbow'),
      props: { terminal: 'end', isPrecise: true, normalizedAnchor: { x: 1, y: 0.3 } },
    },
  ])
})

test('an arrow that is held by the text in a box is held by the box', () => {
  const elements = [
    element('box', 'rectangle'),
    element('text', 'text', { containerId: 'box' }),
    element('arrow', 'arrow', { startBinding: { elementId: 'text' } }),
  ]
  const [binding, ...others] = arrowBindings(elements, idsOf('box', 'arrow'))
  expect(binding).toMatchObject({ toId: createShapeId('box'), props: { terminal: 'start' } })
  expect(others).toEqual([])
})

test('what is not on the board holds nothing, nor does an arrow hold itself', () => {
  const elements = [
    element('gone', 'rectangle'),
    element('arrow', 'arrow', {
      startBinding: { elementId: 'gone' },
      endBinding: { elementId: 'arrow' },
    }),
    element('lost', 'arrow', { startBinding: { elementId: 'arrow' } }),
  ]
  expect(arrowBindings(elements, idsOf('arrow'))).toEqual([])
})
