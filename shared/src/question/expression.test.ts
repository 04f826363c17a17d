import { expect, test } from 'vitest'
import { parseExpression } from './expression.ts'

test.each([
  ['', 'ends too early, at character 1'],
  ['a +', 'ends too early, at character 4'],
  ['(a', 'ends too early, at character 3'],
  ['(a b', "did not expect 'b' at character 4"],
  ['a b', "did not expect 'b' at character 3"],
  ['2 * * 3', "did not expect '*' at character 5"],
  ['a)', "did not expect ')' at character 2"],
  ['a % b', "cannot read '% b'"],
  ['2 + _x', "cannot read '_x'"],
])('%j cannot be read: %s', (source, reason) => {
  expect(parseExpression(source)).toEqual({ ok: false, reason })
})

test('a tree shows what binds tighter', () => {
  expect(parseExpression(' a + 2*b ')).toEqual({
    ok: true,
    expression: {
      type: 'operation',
      operator: '+',
      left: { type: 'id', id: 'a' },
      right: {
        type: 'operation',
        operator: '*',
        left: { type: 'number', value: 2 },
        right: { type: 'id', id: 'b' },
      },
    },
  })
})
