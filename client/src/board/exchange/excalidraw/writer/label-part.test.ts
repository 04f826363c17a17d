import { expect, test } from 'vitest'
import { labelAround, labelInBox } from './label-part.ts'
import type { Writing } from './text-part.ts'

const WRITING: Writing = {
  text: 'Ten chars.',
  fontSize: 20,
  font: 'draw',
  align: 'center',
  vertical: 'middle',
  color: '#1e1e1e',
}
// Ten characters of 20 px: 110 wide, 25 high.
const BOX = { w: 210, h: 125 }

test.each([
  [
    { align: 'left', vertical: 'top' },
    { x: 5, y: 5 },
  ],
  [
    { align: 'center', vertical: 'middle' },
    { x: 50, y: 50 },
  ],
  [
    { align: 'right', vertical: 'bottom' },
    { x: 95, y: 95 },
  ],
] as const)('a text lies where it is aligned: %j', (aligned, at) => {
  const label = labelInBox('shape:box', BOX, { ...WRITING, ...aligned })
  expect(label?.at?.x).toBeCloseTo(at.x)
  expect(label?.at?.y).toBeCloseTo(at.y)
  expect(label?.fields).toMatchObject({ containerId: 'box', fontFamily: 5, originalText: 'Ten chars.' })
})

test('a text is no wider than its box, and never without width', () => {
  expect(labelInBox('shape:box', { w: 60, h: 50 }, WRITING)?.size.w).toBe(50)
  expect(labelInBox('shape:box', { w: 4, h: 4 }, WRITING)?.size.w).toBe(1)
})

test('the text of an arrow is around its middle', () => {
  const label = labelAround('shape:arrow', { x: 100, y: 100 }, WRITING)
  expect(label?.at?.x).toBeCloseTo(45)
  expect(label?.at?.y).toBeCloseTo(87.5)
})

test('without anything to read there is no label', () => {
  expect(labelInBox('shape:box', BOX, { ...WRITING, text: ' \n ' })).toBeNull()
  expect(labelAround('shape:arrow', { x: 0, y: 0 }, { ...WRITING, text: '' })).toBeNull()
})
