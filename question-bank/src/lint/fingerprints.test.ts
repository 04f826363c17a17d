import { expect, test } from 'vitest'
import { borrowedRun, fingerprintsOf, readFingerprints, writeFingerprints } from './fingerprints.ts'

const SOURCE = Array.from({ length: 400 }, (_, at) => `word${at}`).join(' ')
const fingerprints = fingerprintsOf([SOURCE])

test('twelve words in a row are found, eleven are not, and marks do not hide them', () => {
  const words = SOURCE.split(' ')
  expect(borrowedRun(`Before ${words.slice(100, 112).join(', ')} after`, fingerprints)).toBe(
    words.slice(100, 112).join(' '),
  )
  expect(borrowedRun(words.slice(100, 111).join(' '), fingerprints)).toBeUndefined()
})

test('a file of fingerprints holds them all and none of the words', () => {
  const text = writeFingerprints(fingerprints)
  expect(readFingerprints(text)).toEqual(fingerprints)
  expect(text).not.toContain('word')
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBe(100)
  expect(readFingerprints('')).toEqual(new Set())
})
