// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { addImages, fileToAsset } from './add-images.ts'
import { openEditor } from './testing/open-editor.ts'

const addToast = vi.hoisted(() => vi.fn<(toast: object) => void>())
vi.mock('../ui/toasts.ts', () => ({ addToast }))

test('a damaged image is told, and is no error of the page', async () => {
  const editor = openEditor()
  const errors = vi.spyOn(console, 'error').mockReturnValue()
  Object.assign(URL, { createObjectURL: () => 'blob:damaged', revokeObjectURL() {} })
  // jsdom loads no images; a browser says at once that this is none.
  vi.spyOn(HTMLImageElement.prototype, 'src', 'set').mockImplementation(function fail(
    this: HTMLImageElement,
  ) {
    queueMicrotask(() => {
      this.dispatchEvent(new Event('error'))
      this.onerror?.(new Event('error'))
    })
  })
  const file = new File(['no image'], 'f.png', { type: 'image/png' })
  await addImages(editor, [file], { x: 0, y: 0 })
  expect(addToast).toHaveBeenCalledExactlyOnceWith({
    tone: 'bad',
    title: '“f.png” could not be read as an image.',
  })
  await expect(fileToAsset(editor, file)).rejects.toThrow('could not be read')
  expect(editor.getCurrentPageShapes()).toEqual([])
  expect(errors).not.toHaveBeenCalled()
})
