import { box } from '@drawbar/shared/board/testing/boards.ts'
import { PAGE_ORIGIN } from '@drawbar/shared/board/page-transform.ts'
import { expect, test } from 'vitest'
import { arrowsInOrder } from './arrows-in-order.ts'
import { elementOf } from './element-of.ts'

function element(id: string, type: string, containerId: string | null = null) {
  const placed = {
    shape: box(id),
    id,
    placement: PAGE_ORIGIN,
    groupIds: [],
    frameId: null,
    zone: null,
  }
  return elementOf(placed, { type, size: { w: 9, h: 9 }, fields: { containerId } }, 0)
}

function idsOf(elements: readonly { readonly id: string }[]) {
  return elements.map(({ id }) => id)
}

test('an arrow goes back below what lies above it, with its label; boxes keep theirs', () => {
  const written = [
    element('below', 'rectangle'),
    element('below-text', 'text', 'below'),
    element('above', 'rectangle'),
    element('above-text', 'text', 'above'),
    element('arrow', 'arrow'),
    element('arrow-text', 'text', 'arrow'),
  ]
  expect(idsOf(arrowsInOrder(written, ['below', 'arrow', 'above']))).toEqual([
    'below',
    'below-text',
    'arrow',
    'arrow-text',
    'above',
    'above-text',
  ])
})

test('an arrow that is drawn last stays last', () => {
  const written = [element('box', 'rectangle'), element('one', 'arrow'), element('two', 'arrow')]
  expect(idsOf(arrowsInOrder(written, ['box', 'one', 'two']))).toEqual(['box', 'one', 'two'])
})

test('a frame is not what an arrow lies below', () => {
  const written = [element('frame', 'frame'), element('box', 'rectangle'), element('arrow', 'arrow')]
  expect(idsOf(arrowsInOrder(written, ['arrow', 'frame', 'box']))).toEqual(['frame', 'arrow', 'box'])
})
