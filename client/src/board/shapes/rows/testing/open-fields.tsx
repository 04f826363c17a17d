import { act, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { EditorProvider, type Editor } from 'tldraw'

/** The open fields of a card or a worksheet on somebody's page. Needs jsdom and an act environment. */
export interface OpenFields {
  /** The cell that has the keyboard; null while none has. */
  at(): string | null
  /** The cells from the first to the last, the title among them. */
  cells(): readonly string[]
  /** The text that stands in a cell's field. */
  text(cell: string): string
  /** Goes into a cell, as by a click, its caret at the end. */
  visit(cell: string): void
  /** Goes into a cell and has this text stand there. */
  type(cell: string, text: string): void
  /** Presses a key where the keyboard is. Says whether the field was kept from it. */
  press(key: string, held?: KeyboardEventInit): boolean
  /** Pastes a text where the keyboard is. Says whether the field was kept from it. */
  paste(text: string): boolean
  /** Presses a button by its accessible name or its text, as a pointer does: without taking the keyboard. */
  click(name: string): void
  /** Gives the keyboard to a button. */
  focusButton(name: string): void
  /** What the person is told. */
  said(): string
  end(): void
}

/** Shows fields on the page of an editor. */
export function openFields(editor: Editor, Fields: ComponentType): OpenFields {
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  act(() =>
    root.render(
      <EditorProvider editor={editor}>
        <Fields />
      </EditorProvider>,
    ),
  )
  const field = (cell: string) => {
    const found = host.querySelector<HTMLElement>(`[data-cell="${cell}"]`)
    if (!found) throw new Error(`No field ${cell}.`)
    return found
  }
  const button = (name: string) => {
    const found = [...host.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === name,
    )
    if (!found) throw new Error(`No button ${name}.`)
    return found
  }
  const active = () => document.activeElement ?? document.body
  const visit = (cell: string) => {
    const found = field(cell)
    act(() => {
      found.focus()
      if (isText(found)) found.setSelectionRange(found.value.length, found.value.length)
    })
  }
  return {
    at: () => active().getAttribute('data-cell'),
    cells: () => [...host.querySelectorAll('[data-cell]')].map((one) => one.getAttribute('data-cell') ?? ''),
    text: (cell) => {
      const found = field(cell)
      return isText(found) || found instanceof HTMLSelectElement ? found.value : ''
    },
    visit,
    type(cell, text) {
      visit(cell)
      const found = field(cell)
      // React hears only what does not go through the property it has put on the element.
      const setValue = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(found), 'value')?.set
      act(() => {
        setValue?.call(found, text)
        found.dispatchEvent(new Event('input', { bubbles: true }))
      })
    },
    press(key, held = {}) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })
      act(() => {
        active().dispatchEvent(event)
      })
      return event.defaultPrevented
    },
    paste(text) {
      const event = new Event('paste', { bubbles: true, cancelable: true })
      Object.assign(event, { clipboardData: { getData: () => text } })
      act(() => {
        active().dispatchEvent(event)
      })
      return event.defaultPrevented
    },
    click: (name) => act(() => button(name).click()),
    focusButton: (name) => act(() => button(name).focus()),
    said: () => host.querySelector('output')?.textContent ?? '',
    end() {
      act(() => root.unmount())
      host.remove()
    },
  }
}

function isText(field: HTMLElement): field is HTMLTextAreaElement | HTMLInputElement {
  return field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement
}
