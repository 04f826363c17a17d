import { beforeEach, describe, expect, it } from 'vitest'
import { addToast, removeToast, toasts } from './toasts.ts'

describe('toasts', () => {
  beforeEach(() => toasts.setState([], true))

  it('shows the newest last and at most three', () => {
    for (const title of ['a', 'b', 'c', 'd']) addToast({ title })
    expect(titles()).toEqual(['b', 'c', 'd'])
  })

  it('does not pile up the same message', () => {
    addToast({ title: 'a' })
    addToast({ title: 'b' })
    addToast({ title: 'a' })
    expect(titles()).toEqual(['b', 'a'])
  })

  it('goes by its id or by what adding it returned', () => {
    const takeBack = addToast({ title: 'a' })
    addToast({ title: 'b' })
    takeBack()
    expect(titles()).toEqual(['b'])
    removeToast(toasts.getState()[0]?.id ?? -1)
    expect(titles()).toEqual([])
  })
})

function titles(): string[] {
  return toasts.getState().map((toast) => toast.title)
}
