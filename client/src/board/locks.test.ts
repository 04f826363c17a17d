// @vitest-environment jsdom
import { ZONE } from '@drawbar/shared/board/shapes/zone-shape.ts'
import { COMPONENT } from '@drawbar/shared/board/shapes/component-shape.ts'
import { createShapeId, type Editor, type TLShape } from 'tldraw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isLocked, unlock } from './locks.ts'
import { openPicker } from './picker/open-picker.ts'
import { pickerOf } from './picker/picker-request.ts'
import { openEditor } from './testing/open-editor.ts'
import { canBePinnedTo, setPin, unpin } from './worksheet/pinning.ts'

const zone = createShapeId('zone')
const inside = createShapeId('inside')
const outside = createShapeId('outside')

let editor: Editor

beforeEach(() => {
  editor = openEditor()
  editor.createShape({ id: zone, type: ZONE })
  editor.createShape({ id: inside, type: COMPONENT, parentId: zone })
  editor.createShape({ id: outside, type: COMPONENT, x: 2000 })
})
afterEach(() => editor.dispose())

function shapes(): TLShape[] {
  return editor.getCurrentPageShapes()
}

function lockedNow(): string[] {
  return shapes()
    .filter((shape) => isLocked(editor, shape))
    .map(({ id }) => id)
}

it('holds what stands in something locked', () => {
  editor.toggleLock([zone])
  expect(lockedNow().toSorted()).toEqual([inside, zone].toSorted())
})

it('unlocks a shape and what it stands in, in one step', () => {
  editor.toggleLock([zone])
  unlock(
    editor,
    shapes().filter(({ id }) => id === inside),
  )
  expect(lockedNow()).toEqual([])
  editor.undo()
  expect(lockedNow().toSorted()).toEqual([inside, zone].toSorted())
})

it('leaves what is not locked as it is', () => {
  editor.toggleLock([outside])
  unlock(editor, shapes())
  expect(lockedNow()).toEqual([])
})

it('keeps what is pinned to something locked, and lets nothing more be pinned there', () => {
  const pin = { worksheetId: 'shape:sheet', rowId: 'r1' }
  setPin(editor, outside, pin)
  editor.toggleLock([outside])
  const meta = editor.getShape(outside)?.meta
  expect(meta).toHaveProperty('pin')

  unpin(editor, outside)
  setPin(editor, outside, { ...pin, rowId: 'r2' })
  expect(editor.getShape(outside)?.meta).toEqual(meta)
  expect(
    shapes()
      .filter((shape) => canBePinnedTo(editor, shape))
      .map(({ id }) => id),
  ).toEqual([inside])
})

it('lets a locked box be connected, not turned into something', () => {
  const box = createShapeId('box')
  editor.createShape({ id: box, type: 'geo' })
  editor.select(box)
  openPicker(editor)
  expect(pickerOf(editor).get()).toMatchObject({ mode: 'turn-into' })

  editor.toggleLock([box])
  editor.select(box)
  openPicker(editor)
  expect(pickerOf(editor).get()).toMatchObject({ mode: 'place', fromId: box })
})
