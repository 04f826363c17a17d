import { describe, expect, it } from 'vitest'
import { checklistKey, itemAfterMove } from './checklist-key.ts'

const plain = { altKey: false, ctrlKey: false, metaKey: false }

describe('a key in the checklist', () => {
  it.each([
    ['1', 'seen'],
    ['2', 'partly'],
    ['3', 'missed'],
    ['0', null],
    ['Backspace', null],
  ])('%s marks %s', (key, mark) => {
    expect(checklistKey({ ...plain, key })).toEqual({ type: 'mark', mark })
  })

  it.each([
    ['ArrowDown', 1],
    ['j', 1],
    ['ArrowUp', -1],
    ['k', -1],
    ['Home', 'first'],
    ['End', 'last'],
  ])('%s moves by %s', (key, by) => {
    expect(checklistKey({ ...plain, key })).toEqual({ type: 'move', by })
  })

  it('is left alone where it means something else', () => {
    expect(checklistKey({ ...plain, key: 'Enter' })).toBeNull()
    expect(checklistKey({ ...plain, key: '1', altKey: true })).toBeNull()
    expect(checklistKey({ ...plain, key: '0', ctrlKey: true })).toBeNull()
  })
})

it('moves from item to item and stays at the ends', () => {
  const items = ['a', 'b', 'c']
  expect(itemAfterMove(items, 'a', 1)).toBe('b')
  expect(itemAfterMove(items, 'c', 1)).toBe('c')
  expect(itemAfterMove(items, 'a', -1)).toBe('a')
  expect(itemAfterMove(items, 'b', 'last')).toBe('c')
  expect(itemAfterMove(items, 'b', 'first')).toBe('a')
})
