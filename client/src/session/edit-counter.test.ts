import { expect, test } from 'vitest'
import { EditCounter } from './edit-counter.ts'

const ids = (...names: string[]) => new Set(names)

test('[N2] a drag is one edit, the next shape another', () => {
  const counter = new EditCounter()
  expect(counter.continues(ids('a', 'b'), 0)).toBe(false)
  expect(counter.continues(ids('a'), 33)).toBe(true)
  expect(counter.continues(ids('a', 'b'), 66)).toBe(true)
  expect(counter.continues(ids('c'), 99)).toBe(false)
  expect(counter.continues(ids('c', 'a'), 132)).toBe(false)
})

test('[N2] a pause ends an edit', () => {
  const counter = new EditCounter()
  counter.continues(ids('a'), 0)
  expect(counter.continues(ids('a'), 999)).toBe(true)
  expect(counter.continues(ids('a'), 1_999)).toBe(false)
})
