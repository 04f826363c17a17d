// @vitest-environment jsdom
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PanelTabs } from './panel-tabs.tsx'

let host: HTMLElement
let root: Root
let watching: Set<string>

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  watching = new Set()
})
afterEach(() => {
  act(() => root.unmount())
  host.remove()
  vi.unstubAllGlobals()
})

function Watcher({ of }: { readonly of: string }) {
  useEffect(() => {
    watching.add(of)
    return () => void watching.delete(of)
  }, [of])
  return <input aria-label={of} />
}

const TABS = [
  { id: 'run', name: 'Run', content: <Watcher of="run" /> },
  { id: 'board', name: 'Board', content: <Watcher of="board" />, restsWhileHidden: true },
] as const

function open(id: 'run' | 'board'): void {
  act(() => root.render(<PanelTabs label="Panel" tabs={TABS} open={id} onOpen={() => {}} />))
}

it('keeps what is hidden, and lets it rest where that is asked for', () => {
  open('board')
  expect([...watching].toSorted()).toEqual(['board', 'run'])
  const field = host.querySelector<HTMLInputElement>('[aria-label=board]')
  if (!field) throw new Error('the tab shows nothing')
  field.value = 'half typed'

  open('run')
  expect([...watching]).toEqual(['run'])
  open('board')
  expect([...watching].toSorted()).toEqual(['board', 'run'])
  expect(host.querySelector<HTMLInputElement>('[aria-label=board]')?.value).toBe('half typed')
})
