// @vitest-environment jsdom
import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import { sampleQuestion } from '@drawbar/shared/testing/sample-question.ts'
import { Tooltip } from 'radix-ui'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CoverageLens, type CoverageLensProps } from './coverage-lens.tsx'

const EMPTY: BoardGraph = { components: [], connections: [], zones: [], cards: [] }
const STORE: BoardGraph = {
  ...EMPTY,
  components: [
    {
      id: 'shape:orders',
      kind: 'sql',
      label: 'Orders',
      technology: '',
      replicas: 1,
      shards: 0,
      failed: false,
      zoneId: null,
      bounds: { x: 0, y: 0, w: 200, h: 100 },
    },
  ],
}

let host: HTMLElement
let root: Root

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})
afterEach(() => {
  act(() => root.unmount())
  host.remove()
  vi.unstubAllGlobals()
})

function show(props: Partial<CoverageLensProps>) {
  const calls = {
    onSilence: vi.fn<CoverageLensProps['onSilence']>(),
    onShow: vi.fn<CoverageLensProps['onShow']>(),
  }
  act(() =>
    root.render(
      <Tooltip.Provider>
        <CoverageLens
          graph={STORE}
          question={sampleQuestion()}
          references={[]}
          silenced={new Set()}
          {...calls}
          {...props}
        />
      </Tooltip.Provider>,
    ),
  )
  return calls
}

function press(name: string, within: string): void {
  const section = [...host.querySelectorAll('section section section, li')].find((one) =>
    one.textContent.includes(within),
  )
  const button = section?.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`)
  if (!button) throw new Error(`no button ${name}`)
  act(() => button.click())
}

it('teaches while the board is empty', () => {
  show({ graph: EMPTY })
  expect(host.textContent).toContain('Nothing to look at yet')
})

it('says what is not seen, with a question to ask, and shows it on the board', () => {
  const { onShow } = show({})
  expect(host.textContent).toContain('Orders stands alone: no replica is drawn.')
  expect(host.textContent).toContain('when the machine under Orders dies?')
  press('Show on the board', 'Orders stands alone')
  expect(onShow).toHaveBeenCalledWith(['shape:orders'])
})

it('silences a rule, and the keyboard stays in the panel', () => {
  const { onSilence } = show({})
  press('Silence: Copies of the data', 'Copies of the data')
  expect(onSilence).toHaveBeenCalledWith('single-store', true)
  expect(host.contains(document.activeElement)).toBe(true)
})

it('lists what is silenced, and listens again', () => {
  const { onSilence } = show({ silenced: new Set(['single-store']) })
  expect(host.textContent).not.toContain('stands alone')
  press('Listen again: Copies of the data', 'Copies of the data')
  expect(onSilence).toHaveBeenCalledWith('single-store', false)
})

it('says of a few parts what it finds in many, and of all of them when asked', () => {
  const [store] = STORE.components
  if (!store) throw new Error('the sample has a store')
  const components = Array.from({ length: 12 }, (_, i) => ({
    ...store,
    id: `shape:${i}`,
    label: `Store ${i}`,
  }))
  show({ graph: { ...EMPTY, components } })
  const told = () => host.textContent.match(/Store \d+ stands alone/g)?.length
  expect(told()).toBe(5)
  const more = [...host.querySelectorAll('button')].find((button) => button.textContent === 'Show 7 more')
  if (!more) throw new Error('nothing shows the others')
  act(() => more.click())
  expect(told()).toBe(12)
  act(() => more.click())
  expect(told()).toBe(5)
})
