import { describe, expect, it } from 'vitest'
import { cutText, everyWordFits, wrapText } from './wrap-text.ts'

const measure = (text: string) => text.length

describe('wrapping a text', () => {
  it('breaks after spaces and hyphens', () => {
    expect(wrapText('notification service', 12, 2, measure)).toEqual(['notification', 'service'])
    expect(wrapText('write-ahead log', 8, 3, measure)).toEqual(['write-', 'ahead', 'log'])
  })

  it('ends the last line it may have with an ellipsis', () => {
    expect(wrapText('one two three four', 7, 2, measure)).toEqual(['one two', 'three…'])
    expect(wrapText('one two threes four', 6, 2, measure)).toEqual(['one', 'two…'])
  })

  it('breaks a word only when it is longer than a line', () => {
    expect(wrapText('ab abcdefgh', 4, 3, measure)).toEqual(['ab', 'abcd', 'efgh'])
    expect(everyWordFits('ab abcdefgh', 4, measure)).toBe(false)
    expect(everyWordFits('ab abcd', 4, measure)).toBe(true)
  })

  it('breaks scripts without spaces between their characters', () => {
    expect(wrapText('缓存服务器', 3, 2, measure)).toEqual(['缓存服', '务器'])
  })

  it('has no lines for an empty text', () => {
    expect(wrapText('  ', 5, 2, measure)).toEqual([])
  })
})

describe('cutting a text', () => {
  it('leaves what fits', () => expect(cutText('Redis', 5, measure)).toBe('Redis'))
  it('leaves no space before the ellipsis', () => expect(cutText('ab cdef', 4, measure)).toBe('ab…'))
})
