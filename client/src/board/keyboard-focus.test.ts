// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepKeyboardInside } from './keyboard-focus.ts'

function setUp() {
  document.body.innerHTML = '<button id="panel">panel</button><div id="canvas" tabindex="0"><input /></div>'
  const container = document.querySelector<HTMLElement>('#canvas')
  const panel = document.querySelector<HTMLElement>('#panel')
  const inside = container?.querySelector('input')
  if (!container || !panel || !inside) throw new Error('the page of the test is not as written above')
  let focused = true
  const editor = {
    getContainer: () => container,
    getIsFocused: () => focused,
    focus({ focusContainer = true } = {}) {
      if (focusContainer) container.focus()
      focused = true
      return this
    },
    blur() {
      focused = false
      return this
    },
  }
  const stop = keepKeyboardInside(editor as unknown as Parameters<typeof keepKeyboardInside>[0])
  return { container, panel, inside, stop, focused: () => focused }
}

describe('the keyboard of the canvas', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('is given up while the focus is elsewhere, and taken back with it', () => {
    const { panel, inside, focused } = setUp()
    panel.focus()
    expect(focused()).toBe(false)
    inside.focus()
    expect(focused()).toBe(true)
  })

  it('is not taken where something has the focus when the canvas comes', () => {
    const { stop, panel, container } = setUp()
    stop()
    panel.focus()
    let blurred = false
    keepKeyboardInside({
      getContainer: () => container,
      getIsFocused: () => true,
      blur: () => (blurred = true),
    } as unknown as Parameters<typeof keepKeyboardInside>[0])
    expect(blurred).toBe(true)
  })

  it('comes with a press on the canvas', () => {
    const { panel, container, focused } = setUp()
    panel.focus()
    container.dispatchEvent(new Event('pointerdown'))
    expect(focused()).toBe(true)
    expect(document.activeElement).toBe(container)
  })

  it('does not come with the wheel, which moves the camera all the same', () => {
    const { panel, container, focused } = setUp()
    panel.focus()
    container.dispatchEvent(new Event('wheel'))
    expect(focused()).toBe(true)
    vi.runAllTimers()
    expect(focused()).toBe(false)
    expect(document.activeElement).toBe(panel)
  })

  it('is left alone once stopped', () => {
    const { panel, stop, focused } = setUp()
    stop()
    panel.focus()
    expect(focused()).toBe(true)
  })
})
