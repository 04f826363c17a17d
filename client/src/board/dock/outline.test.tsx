// @vitest-environment jsdom
import { COMPONENT } from '@drawbar/shared/board/shapes/component-shape.ts'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { createShapeId, EditorProvider } from 'tldraw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { editingRoom } from '../testing/editing-room.ts'
import { Outline } from './outline.tsx'

let end = () => {}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers()
})
afterEach(() => {
  end()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const ids = ['a', 'b', 'c'].map((name) => createShapeId(name))

/** Alice reads the outline of a board with the services a, b and c below each other; bob draws on it. */
function reading() {
  const { alice, bob, meet } = editingRoom()
  ids.forEach((id, at) =>
    alice.editor.createShape({
      id,
      type: COMPONENT,
      y: at * 200,
      props: { kind: 'service', label: id.slice(-1) },
    }),
  )
  meet()
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  act(() =>
    root.render(
      <EditorProvider editor={alice.editor}>
        <Outline />
      </EditorProvider>,
    ),
  )
  end = () => {
    act(() => root.unmount())
    host.remove()
  }
  const line = (text: string) => [...host.querySelectorAll('button')].find((one) => one.textContent === text)
  return {
    bob: bob.editor,
    /** Alice hears what bob has done, and time goes by. */
    pass(ms: number) {
      act(meet)
      act(() => void vi.advanceTimersByTime(ms))
    },
    go: (text: string) => act(() => line(text)?.focus()),
    at: () => document.activeElement?.textContent ?? '',
    said: () => host.querySelector('output')?.textContent,
  }
}

test('the keyboard goes to the neighbour when bob deletes its line, and stays in the panel after the last', () => {
  const { bob, pass, go, at } = reading()
  go('b, service')
  bob.deleteShapes([createShapeId('b')])
  pass(300)
  expect(at()).toBe('c, service')
  bob.deleteShapes([createShapeId('c')])
  pass(300)
  expect(at()).toBe('a, service')
  bob.deleteShapes([createShapeId('a')])
  pass(300)
  expect(at()).toMatch(/^Nothing to read yet/)
})

test('the keyboard stays on its line when bob moves that above another', () => {
  const { bob, pass, go, at } = reading()
  go('b, service')
  bob.updateShape({ id: createShapeId('b'), type: COMPONENT, y: -300 })
  pass(300)
  expect(at()).toBe('b, service')
})

test('renames are told once they have come to rest, moves not at all', () => {
  const { bob, pass, said } = reading()
  const rename = (label: string) =>
    bob.updateShape({ id: createShapeId('a'), type: COMPONENT, props: { label } })
  rename('Che')
  pass(700)
  expect(said()).toBe('')
  rename('Checkout')
  pass(700)
  expect(said()).toBe('')
  pass(1000)
  expect(said()).toBe('a is now called Checkout. 3 lines in all.')
  bob.updateShape({ id: createShapeId('a'), type: COMPONENT, x: 900 })
  pass(2000)
  expect(said()).toBe('a is now called Checkout. 3 lines in all.')
})

test('many changes at once are counted', () => {
  const { bob, pass, said } = reading()
  for (const label of ['d', 'e', 'f', 'g', 'h']) {
    bob.createShape({ type: COMPONENT, x: 900, props: { kind: 'cache', label } })
  }
  pass(300)
  pass(2000)
  expect(said()).toMatch(
    /^New: \w, cache\. New: \w, cache\. New: \w, cache\. 2 more changes\. 8 lines in all\.$/,
  )
})
