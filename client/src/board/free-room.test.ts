// @vitest-environment jsdom
import type { Editor } from 'tldraw'
import { expect, test } from 'vitest'
import { freeRoom } from './free-room.ts'

/** A board with parts of these bounds: a class of tldraw's, or what one of ours takes. */
function boardWith(size: { w: number; h: number }, parts: Readonly<Record<string, DOMRect>>): Editor {
  const container = document.createElement('div')
  container.getBoundingClientRect = () => new DOMRect(0, 40, size.w, size.h)
  for (const [name, bounds] of Object.entries(parts)) {
    const part = document.createElement('div')
    if (name.startsWith('tlui')) part.className = name
    else part.dataset.takes = name
    part.getBoundingClientRect = () => bounds
    container.append(part)
  }
  // Only the container is asked for.
  return { getContainer: () => container } as unknown as Editor
}

const rail = new DOMRect(8, 300, 42, 150)
const panel = new DOMRect(54, 100, 276, 500)

test('ends at the bars of tldraw', () => {
  const bars = {
    'tlui-menu-zone': new DOMRect(0, 40, 300, 40),
    'tlui-toolbar': new DOMRect(200, 700, 400, 60),
  }
  expect(freeRoom(boardWith({ w: 1000, h: 728 }, bars))).toEqual({ x: 8, y: 48, w: 984, h: 604 })
})

test('begins right of our rail, and of the panel that is open beside it', () => {
  expect(freeRoom(boardWith({ w: 1000, h: 728 }, { rail })).x).toBe(58)
  expect(freeRoom(boardWith({ w: 1000, h: 728 }, { rail, panel }))).toMatchObject({ x: 338, w: 654 })
})

test('a panel that leaves no room beside it, as on a phone, lies over it', () => {
  expect(freeRoom(boardWith({ w: 390, h: 700 }, { rail, panel }))).toMatchObject({ x: 58, w: 324 })
})
