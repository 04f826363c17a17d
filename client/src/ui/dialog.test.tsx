// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Dialog } from './dialog.tsx'
import { Menu, MenuItem } from './menu.tsx'
import { Toaster } from './toaster.tsx'
import { addToast, toasts } from './toasts.ts'
import { TooltipProvider } from './tooltip.tsx'

let host: HTMLElement
let root: Root
const onOpenChange = vi.fn<(open: boolean) => void>()

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  act(() =>
    root.render(
      <TooltipProvider>
        <Toaster />
        <Dialog open onOpenChange={onOpenChange} title="Shortcuts">
          <Menu trigger={<button type="button">More</button>}>
            <MenuItem onSelect={() => {}}>Copy</MenuItem>
          </Menu>
        </Dialog>
      </TooltipProvider>,
    ),
  )
})
afterEach(() => {
  act(() => {
    root.unmount()
    toasts.setState([], true)
  })
  host.remove()
  onOpenChange.mockReset()
  vi.unstubAllGlobals()
})

function press(target: Element, key: string): void {
  act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })
}

function find(selector: string): Element {
  const found = document.querySelector(selector)
  if (!found) throw new Error(`nothing matches ${selector}`)
  return found
}

it('closes with Escape', () => {
  press(find('[role=dialog]'), 'Escape')
  expect(onOpenChange.mock.calls).toEqual([[false]])
})

it('closes with Escape when a message has come since it opened', () => {
  act(() => {
    addToast({ title: 'Bob joined as candidate.' })
  })
  press(find('[role=dialog]'), 'Escape')
  expect(onOpenChange).toHaveBeenCalledWith(false)
})

it('stays when Escape closes a menu in it', () => {
  press(find('button[aria-haspopup=menu]'), 'Enter')
  press(find('[role=menu]'), 'Escape')
  expect(document.querySelector('[role=menu]')).toBeNull()
  expect(onOpenChange).not.toHaveBeenCalled()
})

it('stays when Escape closes a menu in it, also when a message has come since that opened', () => {
  press(find('button[aria-haspopup=menu]'), 'Enter')
  act(() => {
    addToast({ title: 'Bob joined as candidate.' })
  })
  press(find('[role=menu]'), 'Escape')
  expect(document.querySelector('[role=menu]')).toBeNull()
  expect(onOpenChange).not.toHaveBeenCalled()
})
