// @vitest-environment jsdom
import { createBoardSchema } from '@drawbar/shared/board/board-schema.ts'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { createTLStore, TldrawEditor, type Editor } from 'tldraw'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { BOARD_BINDING_UTILS, BOARD_SHAPE_UTILS, BOARD_TOOLS } from './canvas-parts.ts'
import { keepKeysHeldTrue } from './keys-held.ts'
import { fillBrowserGaps } from './testing/browser-gaps.ts'

let host: HTMLElement
let root: Root
let editor: Editor
let stop = () => {}
let cancelled = 0

/** tldraw as it listens to a page, with one field on its canvas and one beside it. */
beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  // React remarks on tldraw's patterns, which jsdom has nothing to draw with.
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  fillBrowserGaps()
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  const mounted = Promise.withResolvers<Editor>()
  await act(async () =>
    root.render(
      <>
        <TldrawEditor
          store={createTLStore({ schema: createBoardSchema() })}
          shapeUtils={BOARD_SHAPE_UTILS}
          bindingUtils={BOARD_BINDING_UTILS}
          tools={BOARD_TOOLS}
          initialState="select"
          components={{ InFrontOfTheCanvas: FieldInside }}
          onMount={(made) => mounted.resolve(made)}
        />
        <input id="beside" />
      </>,
    ),
  )
  editor = await mounted.promise
  act(() => void editor.focus())
  cancelled = 0
  editor.on('before-event', ({ type, name }) => {
    if (type === 'misc' && name === 'cancel') cancelled += 1
  })
  stop = keepKeysHeldTrue(editor)
})
afterEach(() => {
  stop()
  act(() => root.unmount())
  host.remove()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function FieldInside() {
  return <input id="inside" />
}

function find(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`nothing is called ${id}`)
  return found
}

function send(type: 'keydown' | 'keyup', init: KeyboardEventInit): void {
  const target = document.activeElement ?? document.body
  act(() => void target.dispatchEvent(new KeyboardEvent(type, { bubbles: true, cancelable: true, ...init })))
}

const ESCAPE = { key: 'Escape', code: 'Escape' }
const SPACE = { key: ' ', code: 'Space' }

/** A key that goes down with the keyboard on the canvas and comes up with it elsewhere. */
function loseUp(key: KeyboardEventInit, elsewhere: string): void {
  editor.getContainer().focus()
  send('keydown', key)
  find(elsewhere).focus()
  send('keyup', key)
}

it.each(['inside', 'beside'])('Escape works again when it has come up in a field %s the canvas', (where) => {
  loseUp(ESCAPE, where)
  editor.getContainer().focus()
  send('keydown', ESCAPE)
  expect(cancelled).toBe(2)
})

it('Escape works again where nobody hears it come up', () => {
  editor.getContainer().focus()
  send('keydown', ESCAPE)
  // It comes up in another window.
  send('keydown', ESCAPE)
  expect(cancelled).toBe(2)
})

it('Escape that another key of the keyboard writes works twice', () => {
  editor.getContainer().focus()
  const capsLock = { key: 'Escape', code: 'CapsLock' }
  send('keydown', capsLock)
  send('keyup', capsLock)
  send('keydown', capsLock)
  expect(cancelled).toBe(2)
})

it('a key that is held is one press', () => {
  editor.getContainer().focus()
  send('keydown', ESCAPE)
  send('keydown', { ...ESCAPE, repeat: true })
  expect(cancelled).toBe(1)
})

it('a space bar that has come up in a field pans no more', () => {
  vi.useFakeTimers()
  loseUp(SPACE, 'inside')
  expect(editor.inputs.isPanning).toBe(true)
  vi.runOnlyPendingTimers()
  vi.useRealTimers()
  expect(editor.inputs.isPanning).toBe(false)
  expect(editor.inputs.keys.size).toBe(0)
})

it('a space bar that is let go in another window pans no more', () => {
  editor.getContainer().focus()
  send('keydown', SPACE)
  expect(editor.inputs.isPanning).toBe(true)
  act(() => void window.dispatchEvent(new Event('blur')))
  expect(editor.inputs.isPanning).toBe(false)
})

it('an Enter that has come up elsewhere means nothing on the canvas', () => {
  vi.useFakeTimers()
  const names: string[] = []
  editor.on('event', ({ name }) => names.push(name))
  loseUp({ key: 'Enter', code: 'Enter' }, 'inside')
  vi.runOnlyPendingTimers()
  vi.useRealTimers()
  expect(names).toEqual(['key_down'])
  expect(editor.inputs.keys.size).toBe(0)
})
