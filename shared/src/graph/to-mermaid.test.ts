import { describe, expect, it } from 'vitest'
import type { BoardGraph, GraphComponent } from './board-graph.ts'
import { graphToMermaid } from './to-mermaid.ts'

const bounds = (x: number, y: number) => ({ x, y, w: 200, h: 100 })
const component = (id: string, more: Partial<GraphComponent> = {}): GraphComponent => ({
  id,
  kind: 'service',
  label: id,
  technology: '',
  replicas: 1,
  shards: 0,
  failed: false,
  zoneId: null,
  bounds: bounds(0, 0),
  ...more,
})

const SHOP: BoardGraph = {
  components: [
    component('shape:1', { label: 'Phones', kind: 'mobile' }),
    component('shape:2', {
      label: 'Session store',
      kind: 'cache',
      technology: 'Redis',
      replicas: 3,
      zoneId: 'shape:4',
    }),
    component('shape:3', {
      label: 'Session store',
      kind: 'sql',
      shards: 8,
      zoneId: 'shape:5',
      bounds: bounds(0, 400),
    }),
  ],
  connections: [
    { id: 'a', fromId: 'shape:1', toId: 'shape:2', label: 'GET "me"', kind: 'request', direction: 'forward' },
    { id: 'b', fromId: 'shape:2', toId: 'shape:3', label: '', kind: 'replication', direction: 'backward' },
  ],
  zones: [
    { id: 'shape:4', kind: 'region', label: 'eu-central-1', zoneId: null, bounds: bounds(0, 0) },
    { id: 'shape:5', kind: 'network', label: 'Private', zoneId: 'shape:4', bounds: bounds(0, 0) },
  ],
  cards: [],
}

describe('a board as Mermaid', () => {
  it('is a flowchart that people can read', () => {
    expect(graphToMermaid(SHOP).text).toBe(`flowchart TB
  phones["Phones"]:::mobile
  subgraph eu_central_1["eu-central-1"]
    session_store["Session store<br/>Redis<br/>×3"]:::cache
    subgraph private["Private"]
      session_store_2["Session store<br/>8 shards"]:::sql
    end
  end
  class eu_central_1 region
  class private network
  phones -->|"GET #quot;me#quot;"| session_store
  session_store_2 ==o session_store
`)
  })

  it.each([
    ['end', 'box_end'],
    ['Graph', 'box_graph'],
    ['東京', 'box'],
    ['42', 'box_42'],
    ['Ünïcode & more', 'unicode_more'],
  ])('gives "%s" a name that Mermaid takes', (label, name) => {
    const { text } = graphToMermaid({
      ...SHOP,
      components: [component('x', { label })],
      connections: [],
      zones: [],
    })
    expect(text.split('\n')[1]?.trim()).toMatch(new RegExp(String.raw`^${name}\[`))
  })

  it('says what it leaves out', () => {
    const { notCarried } = graphToMermaid({
      ...SHOP,
      components: [...SHOP.components, component('shape:6', { label: 'Mail', failed: true })],
      connections: [
        { id: 'c', fromId: 'shape:1', toId: null, label: 'lost', kind: null, direction: 'forward' },
        { id: 'd', fromId: 'shape:1', toId: 'shape:6', label: '', kind: null, direction: 'forward' },
        { id: 'e', fromId: 'shape:1', toId: 'shape:6', label: '', kind: 'batch', direction: 'none' },
      ],
      cards: [{ id: 'f', kind: 'api', title: 'POST /send', rows: [], bounds: bounds(0, 0) }],
    })
    expect(notCarried).toEqual([
      'Positions, sizes and colours: Mermaid lays a flowchart out by itself.',
      '1 card: “POST /send”.',
      '1 arrow with a loose end.',
      '1 plain arrow will be read back as requests.',
      '1 line without arrowheads will be read back as another kind of connection.',
      'That these have failed: “Mail”.',
    ])
  })

  it('leaves nothing out of nothing', () => {
    const empty = { components: [], connections: [], zones: [], cards: [] }
    expect(graphToMermaid(empty)).toEqual({ text: 'flowchart LR\n', notCarried: [] })
  })
})
