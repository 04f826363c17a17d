import { expect, test } from 'vitest'
import { elementSchema } from '../scene.ts'
import { findLabels } from './find-labels.ts'

const element = (id: string, type: string, more: object = {}) =>
  elementSchema.parse({ id, type, x: 0, y: 0, ...more })

function found(...elements: Parameters<typeof findLabels>[0]) {
  return [...findLabels(elements)].map(([id, text]) => `${id}: ${text.id}`)
}

test('a text names its box, as newer files have it', () => {
  expect(found(element('box', 'ellipse'), element('text', 'text', { containerId: 'box' }))).toEqual([
    'box: text',
  ])
})

test('a box names its text, as older files have it', () => {
  const box = element('box', 'arrow', { boundElements: [{ id: 'text', type: 'text' }] })
  expect(found(box, element('text', 'text'))).toEqual(['box: text'])
})

test('what a text says comes before what a box says', () => {
  const liar = element('liar', 'rectangle', { boundElements: [{ id: 'text', type: 'text' }] })
  const box = element('box', 'rectangle')
  expect(found(liar, box, element('text', 'text', { containerId: 'box' }))).toEqual(['box: text'])
  expect(found(liar, box, element('text', 'text', { containerId: 'gone' }))).toEqual([])
})

test('a box has one text, and a text is in one box', () => {
  const claims = { boundElements: [{ id: 'one', type: 'text' }] }
  expect(
    found(
      element('box', 'diamond', claims),
      element('other', 'diamond', claims),
      element('one', 'text'),
      element('full', 'diamond'),
      element('first', 'text', { containerId: 'full' }),
      element('second', 'text', { containerId: 'full' }),
    ),
  ).toEqual(['full: first', 'box: one'])
})

test('only boxes and arrows hold a text, and only a text is one', () => {
  expect(
    found(
      element('frame', 'frame'),
      element('text', 'text', { containerId: 'frame' }),
      element('box', 'rectangle'),
      element('inner', 'rectangle', { containerId: 'box' }),
      element('lost', 'text', { containerId: 'gone' }),
    ),
  ).toEqual([])
})
