import { MAX_LABEL_LENGTH } from '@drawbar/shared/board/shapes/component-shape.ts'
import { COMPONENT_KINDS } from '@drawbar/shared/components/component-kinds.ts'
import { expect, it } from 'vitest'
import { parsePickerText } from './parse-picker-text.ts'

it.each([
  ['', '', '', 1],
  ['redis', 'redis', '', 1],
  ['  load   balancer ', 'load balancer', '', 1],
  ['redis: Session store x3', 'redis', 'Session store', 3],
  ['redis: Session store ×12', 'redis', 'Session store', 12],
  ['redis x3', 'redis', '', 3],
  ['redis X3', 'redis', '', 3],
  ['redis x3: Session store', 'redis', 'Session store', 3],
  ['redis x3: Session store x5', 'redis', 'Session store', 5],
  ['redis:x3', 'redis', '', 3],
  ['redis:', 'redis', '', 1],
  [': Session store', '', 'Session store', 1],
  ['x4', '', '', 4],
  ['service: Titan x2 x1', 'service', 'Titan x2', 1],
  ['service: Feed: read side', 'service', 'Feed: read side', 1],
  ['service: Generation X', 'service', 'Generation X', 1],
  ['service: matrix3', 'service', 'matrix3', 1],
  ['redis x0', 'redis x0', '', 1],
  ['redis x3y', 'redis x3y', '', 1],
])('reads "%s"', (text, query, label, replicas) => {
  expect(parsePickerText(text)).toEqual({ query, label, replicas })
})

it('keeps the hits while a count is typed', () => {
  expect(parsePickerText('redis x').query).toBe('redis')
  expect(parsePickerText('x').query).toBe('x')
})

it('reads a count as it was written, and no label longer than a component can hold', () => {
  expect(parsePickerText('redis x9999999: Big')).toEqual({
    query: 'redis',
    label: 'Big',
    replicas: 9_999_999,
  })
  expect(parsePickerText(`redis: ${'a'.repeat(500)}`).label).toHaveLength(MAX_LABEL_LENGTH)
})

it('takes every name we know as a query alone', () => {
  for (const { title, aliases, technologies } of COMPONENT_KINDS) {
    for (const name of [title, ...aliases, ...technologies]) {
      expect(parsePickerText(name)).toEqual({ query: name, label: '', replicas: 1 })
    }
  }
})
