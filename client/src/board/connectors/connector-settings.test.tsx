// @vitest-environment jsdom
import { boardOf } from '@drawbar/shared/board/testing/boards.ts'
import { COMPONENT } from '@drawbar/shared/board/shapes/component-shape.ts'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { createShapeId, EditorProvider, type Editor, type TLArrowShape, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createEditingPeer } from '../testing/editing-peer.ts'
import { connect } from './connect.ts'
import { ConnectorSettings } from './connector-settings.tsx'

let editor: Editor
let arrowId: TLShapeId
let host: HTMLElement
let root: Root

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  editor = createEditingPeer('alice', boardOf()).editor
  const [from, to] = [createShapeId('from'), createShapeId('to')]
  editor.createShape({ id: from, type: COMPONENT, x: 0, y: 0 })
  editor.createShape({ id: to, type: COMPONENT, x: 400, y: 0 })
  arrowId = connect(editor, from, to, { label: 'gRPC' })
  editor.markHistoryStoppingPoint('connected')
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  act(() =>
    root.render(
      <EditorProvider editor={editor}>
        <ConnectorSettings editor={editor} arrows={[arrow()]} disabled={false} />
      </EditorProvider>,
    ),
  )
})
afterEach(() => {
  act(() => root.unmount())
  host.remove()
  vi.unstubAllGlobals()
})

function arrow(): TLArrowShape {
  const shape = editor.getShape<TLArrowShape>(arrowId)
  if (shape === undefined) throw new Error('no arrow')
  return shape
}

/** Alice types into one of the two fields and does not leave it. */
function type(field: 'Protocol or call' | 'Rate', text: string): HTMLInputElement {
  const label = [...host.querySelectorAll('label')].find((each) => each.textContent.startsWith(field))
  const input = label?.querySelector('input')
  if (!input) throw new Error(`no field ${field}`)
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  act(() => {
    input.focus()
    setValue?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  return input
}

/** As when another click takes the selection, and with it the fields. */
function letGo(): void {
  act(() => root.render(null))
}

test.each([
  ['Protocol or call', 'POST /orders', 'POST /orders'],
  ['Rate', '12.5k rps', 'gRPC · 12.5k rps'],
  ['Rate', 'a lot', 'gRPC · a lot'],
] as const)('what was typed into %s stays when the field goes, as one step', (field, typed, text) => {
  type(field, typed)
  expect(arrow().props.text).toBe('gRPC')
  letGo()
  expect(arrow().props.text).toBe(text)
  editor.undo()
  expect(arrow().props.text).toBe('gRPC')
  editor.redo()
  expect(arrow().props.text).toBe(text)
})

test('a field that was left has written already, and says what is no rate', () => {
  act(() => type('Rate', '2k/s').blur())
  expect(arrow().props.text).toBe('gRPC · 2k/s')
  act(() => type('Rate', 'a lot').blur())
  expect(arrow().props.text).toBe('gRPC · 2k/s')
  expect(host.querySelector('[role="alert"]')?.textContent).toMatch(/number per time/)
})

test('a field that goes with an arrow that is gone writes nothing', () => {
  type('Rate', '2k/s')
  editor.deleteShape(arrowId)
  letGo()
  expect(editor.getShape(arrowId)).toBeUndefined()
})
