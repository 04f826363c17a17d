import { describe, expect, test } from 'vitest'
import { gif, jpeg, png, webp } from '../testing/images.ts'
import { imageFacts } from './image-facts.ts'

describe('imageFacts', () => {
  test.each([
    ['image/png', png(7, 5)],
    ['image/jpeg', jpeg(7, 5)],
    ['image/gif', gif(7, 5)],
    ['image/webp', webp(7, 5)],
  ])('reads %s by its bytes', (type, bytes) => {
    expect(imageFacts(bytes)).toEqual({ type, width: 7, height: 5 })
  })

  test.each([
    ['SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')],
    ['HTML', new TextEncoder().encode('<!doctype html><script>1</script>')],
    ['BMP', new TextEncoder().encode('BM'.padEnd(60, '\0'))],
    ['nothing', new Uint8Array()],
    ['a PNG cut short', png(7, 5).subarray(0, 12)],
    ['a JPEG of two markers', new Uint8Array([0xff, 0xd8, 0xff, 0xd9])],
  ])('does not take %s for an image', (_what, bytes) => {
    expect(imageFacts(bytes)).toBeUndefined()
  })
})
