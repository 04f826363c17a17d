import { atom, type Editor } from 'tldraw'
import { expect, it } from 'vitest'
import { detailAt, showDetailByZoom } from './detail-level.ts'

it('is far below half size', () => {
  expect([0.1, 0.3, 0.499, 0.5, 1, 8].map(detailAt)).toEqual(['far', 'far', 'far', 'near', 'near', 'near'])
})

it('is kept on the canvas, written only where it changes, and gone once stopped', () => {
  const zoom = atom('zoom', 1)
  let writes = 0
  const dataset: Record<string, string | undefined> = new Proxy<Record<string, string | undefined>>(
    {},
    { set: (target, name, value) => ((writes += 1), Reflect.set(target, name, value)) },
  )
  const editor = { getContainer: () => ({ dataset }), getZoomLevel: () => zoom.get() } as unknown as Editor
  const stop = showDetailByZoom(editor)
  expect(dataset.componentDetail).toBe('near')
  for (const step of [0.45, 0.4, 0.3]) zoom.set(step)
  expect(dataset.componentDetail).toBe('far')
  expect(writes).toBe(2)
  stop()
  expect(dataset.componentDetail).toBeUndefined()
})
