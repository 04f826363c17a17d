// @vitest-environment jsdom
import { boardOf } from '@drawbar/shared/board/testing/boards.ts'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { EditorProvider } from 'tldraw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createEditingPeer } from '../testing/editing-peer.ts'
import { openPicker } from './open-picker.ts'
import { Picker } from './picker.tsx'

let end: (() => void) | null = null

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  // jsdom scrolls nothing.
  Element.prototype.scrollIntoView = () => {}
})
afterEach(() => {
  end?.()
  end = null
  vi.unstubAllGlobals()
})

/** The picker that alice has opened with a pointer of hers. */
function picker(pointer: 'fine' | 'coarse'): HTMLElement {
  const { editor } = createEditingPeer('alice', boardOf())
  vi.stubGlobal('matchMedia', (query: string) =>
    Object.assign(new EventTarget(), { matches: query === `(pointer: ${pointer})`, media: query }),
  )
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  openPicker(editor)
  act(() =>
    root.render(
      <EditorProvider editor={editor}>
        <Picker />
      </EditorProvider>,
    ),
  )
  end = () => {
    act(() => root.unmount())
    host.remove()
  }
  return host
}

test('where there is a mouse, it says what keys do', () => {
  expect([...picker('fine').querySelectorAll('kbd')].map((key) => key.textContent)).toEqual(['Enter', '@'])
})

test('under a finger it speaks of no keys, and offers the same pieces', () => {
  const offered = (host: HTMLElement) => host.querySelectorAll('[role="option"]').length
  const withMouse = offered(picker('fine'))
  end?.()
  const touched = picker('coarse')
  expect(touched.querySelector('kbd')).toBeNull()
  expect(touched.textContent).not.toMatch(/Enter|adds it/)
  expect(offered(touched)).toBe(withMouse)
  expect(withMouse).toBeGreaterThan(10)
})
