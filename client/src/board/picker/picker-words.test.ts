import type { TLShapeId } from 'tldraw'
import { expect, test } from 'vitest'
import type { PickerRequest } from './picker-request.ts'
import { pickerItems } from './picker-items.ts'
import { nothingOffered, pickerWords } from './picker-words.ts'

const BOX = 'shape:box' as TLShapeId
const PLACE: PickerRequest = { mode: 'place', at: null, fromId: null, arrowId: null }

test('one box and several boxes are asked for each in its own words', () => {
  expect(pickerWords({ mode: 'turn-into', shapeIds: [BOX] }, null)).toEqual({
    title: 'Turn this box into…',
    hints: [{ keys: 'Enter', does: 'turns it' }],
  })
  const many = pickerWords({ mode: 'turn-into', shapeIds: [BOX, 'shape:other' as TLShapeId] }, null)
  expect(many).toEqual({ title: 'Turn 2 boxes into…', hints: [{ keys: 'Enter', does: 'turns them' }] })
})

test('what is connected is named, and only there is something to say of the connection', () => {
  const keys = (source: string | null) => pickerWords(PLACE, source).hints.map((hint) => hint.keys)
  expect(pickerWords(PLACE, 'Orders').title).toBe('Connect Orders to…')
  expect(keys('Orders')).toEqual(['Enter', 'Shift+Enter', '|', '@'])
  expect(pickerWords(PLACE, null).title).toBe('Add to the board')
  expect(keys(null)).toEqual(['Enter', '@'])
})

test('more replicas than a component holds are refused in words, not made fewer', () => {
  const offered = (line: string) => pickerItems(line, { all: [], connectable: [] }).length
  expect(offered('redis x99999: Big')).toBeGreaterThan(0)
  expect(offered('redis x9999999: Big')).toBe(0)
  expect(nothingOffered('redis x9999999: Big')).toMatch(/at most 99,999 replicas/)
  expect(nothingOffered('blorp')).toMatch(/Nothing is called that/)
})
