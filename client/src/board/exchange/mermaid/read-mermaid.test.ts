// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { Unplaced } from '../drawing-plan.ts'
import { readMermaid } from './read-mermaid.ts'

async function drawingOf(source: string): Promise<Unplaced> {
  const read = await readMermaid(source)
  if (!read.ok) throw new Error(read.message)
  return read.drawing
}

/** Boxes as "kind label (technology) @zone", links as "from kind to: label". */
function told({ components, connections, zones }: Unplaced) {
  const zoneOf = (key: string | null) => (key === null ? '' : ` @${key}`)
  const arrows = { forward: '>', backward: '<', both: '<>', none: '-' }
  return {
    boxes: components.map(({ key, kind, label, technology, zoneKey }) => {
      return `${key}: ${kind ?? 'box'} ${label}${technology === '' ? '' : ` (${technology})`}${zoneOf(zoneKey)}`
    }),
    links: connections.map(({ fromKey, toKey, kind, label, direction }) => {
      return `${fromKey} ${arrows[direction]} ${toKey} ${kind}${label === '' ? '' : `: ${label.replaceAll('\n', ' / ')}`}`
    }),
    zones: zones.map(({ key, kind, label, parentKey }) => `${key}: ${kind} ${label}${zoneOf(parentKey)}`),
  }
}

describe('flowcharts as people write them', () => {
  it('with chains, fan-outs and semicolons', async () => {
    const drawing = await drawingOf(`graph LR;
      A-->B-->C; A & B --> D & E;
      C---|plain|D
      D-- words -->E`)
    expect(told(drawing).links).toEqual([
      'A > B request',
      'B > C request',
      'A > D request',
      'A > E request',
      'B > D request',
      'B > E request',
      'C - D request: plain',
      'D > E request: words',
    ])
    expect(drawing.flow).toBe('right')
    expect(drawing.notCarried).toEqual([])
  })

  it('with every outline of old', async () => {
    const drawing = await drawingOf(`flowchart TD
      user((User)) --> lb{{Load balancer}}
      lb --> api([API gateway])
      api --> svc[[Order service]]
      svc --> db[(Orders)]
      svc --> cache[(Redis cache)]
      svc --> q[/Jobs queue/]
      q --> w>Email worker]
      w --> ok{Sent?}
      ok -->|no| dlq[\\Dead letters\\]
      ok -->|yes| done(((Done)))`)
    expect(told(drawing).boxes).toEqual([
      'user: person User',
      'lb: load-balancer Load balancer',
      'api: gateway API gateway',
      'svc: service Order service',
      'db: sql Orders',
      'cache: cache Redis cache',
      'q: queue Jobs queue',
      'w: worker Email worker',
      'ok: box Sent?',
      'dlq: box Dead letters',
      'done: box Done',
    ])
    expect(drawing.flow).toBe('down')
  })

  it('with outlines by name', async () => {
    const drawing = await drawingOf(`flowchart RL
      a@{ shape: cyl, label: "Accounts" } --> b@{ shape: das, label: "Mail" }
      c@{ shape: rect, label: "Kafka" }
      b e1@==> c
      e1@{ animate: true }`)
    expect(told(drawing)).toMatchObject({
      boxes: ['a: sql Accounts', 'b: queue Mail', 'c: stream Kafka'],
      links: ['a > b request', 'b > c stream'],
    })
    expect(drawing.flow).toBe('left')
  })

  it('with groups in groups, links to groups and directions of their own', async () => {
    const drawing = await drawingOf(`flowchart BT
      subgraph eu [eu-west-1]
        direction LR
        subgraph vpc["Private <b>network</b>"]
          app[App server] --> db[(PostgreSQL)]
        end
        subgraph "Availability zone a"
          spare[Standby]
        end
      end
      cdn[CDN] --> eu
      vpc -.-> log[Logs]
      class eu region`)
    const { boxes, links, zones } = told(drawing)
    expect(boxes).toHaveLength(5)
    expect(boxes).toContain('db: sql PostgreSQL @vpc')
    expect(links).toEqual(['app > db request', 'cdn > eu request', 'vpc > log async'])
    expect(zones).toHaveLength(3)
    expect(zones).toContain('eu: region eu-west-1')
    expect(zones).toContain('vpc: network Private network @eu')
    expect(zones.some((zone) => zone.endsWith('availability-zone Availability zone a @eu'))).toBe(true)
    expect(drawing.flow).toBe('up')
  })

  it('with styles, links, clicks and comments, which are named', async () => {
    const drawing = await drawingOf(`---
title: "Shop"
config:
  theme: forest
---
%%{init: {"securityLevel": "loose",
  "flowchart": {"htmlLabels": true}}}%%
%% the front door
flowchart LR
  a[Web]:::hot --> b[Worker]
  %% in between
  b ~~~ c[Idle]
  b --x c
  b --o c
  classDef hot fill:#f96,stroke:#333;
  style b fill:#bbf,stroke-width:2px
  linkStyle 0 stroke:red
  click a "https://example.org" "Tip" _blank
  click b call something()`)
    expect(told(drawing).links).toEqual(['a > b request', 'b > c request', 'b > c request'])
    expect(drawing.notCarried).toEqual([
      'The title “Shop”.',
      'Settings such as the theme.',
      'Colours and line styles of boxes and arrows.',
      'Links and actions on 2 boxes.',
      '1 invisible link, which only moves boxes in Mermaid.',
      'The circle or cross at the end of 2 links; an arrowhead is drawn.',
    ])
  })

  it('with Markdown, icons, entities and letters of the world', async () => {
    const drawing = await drawingOf(`flowchart TB
      a["\`**Bold** and _slanted_
      on two lines\`"] --> b["fa:fa-database Größe #9829; #quot;x#quot; &amp; #infin;"]
      b --> c[東京サーバー]
      c --> naïve["snake_case and 2 * 3 * 4"]
      naïve -->|"1 #35; 2<br>3"| a`)
    expect(told(drawing).boxes).toEqual([
      'a: box Bold and slanted\non two lines',
      'b: box Größe ♥ "x" & ∞',
      'c: box 東京サーバー',
      'naïve: box snake_case and 2 * 3 * 4',
    ])
    expect(told(drawing).links.at(-1)).toBe('naïve > a request: 1 # 2 / 3')
    expect(drawing.notCarried).toEqual([
      'Bold, italics, icons and other looks within labels; the words are there.',
    ])
  })

  it('with HTML, which stays text', async () => {
    const drawing = await drawingOf(`flowchart LR
      a["<img src='x' onerror='go()'>"] --> b["<script>go()</script>"]
      b --> c["<b>Bold</b> List<String> <i class="x">a</i> < b"]
      c -->|"<a href="javascript:go()">go</a>"| a`)
    expect(told(drawing).boxes).toEqual([
      "a: box <img src='x' onerror='go()'>",
      'b: box <script>go()</script>',
      'c: box Bold List<String> a < b',
    ])
    expect(told(drawing).links.at(-1)).toBe("c > a request: <a href='javascript:go()'>go</a>")
  })

  it('with technologies in the second line', async () => {
    const drawing = await drawingOf(`flowchart LR
      s["Session store<br/>Redis"] --> u["User<br>service"]
      u --> d[("Orders<br/>PostgreSQL 16<br/>×2")]
      u --> n["Notes\\nMongoDB"]
      u --> x["Anything<br/>at all"]:::worker`)
    expect(told(drawing).boxes).toEqual([
      's: cache Session store (Redis)',
      'u: service User service',
      'd: sql Orders (PostgreSQL 16)',
      'n: document Notes (MongoDB)',
      'x: worker Anything (at all)',
    ])
    expect(drawing.components.map(({ replicas }) => replicas)).toEqual([1, 1, 2, 1, 1])
  })

  it('from a Markdown page, with the line breaks of Windows', async () => {
    const drawing = await drawingOf(
      [
        '# Design',
        '',
        '```mermaid',
        'flowchart LR',
        '  a[Client] <--> b[API]',
        '  b <-.-> c',
        '```',
        '',
        'Text.',
      ].join('\r\n'),
    )
    expect(told(drawing).links).toEqual(['a <> b request', 'b <> c async'])
  })

  it('with a link from a box to itself and two links side by side', async () => {
    const drawing = await drawingOf('flowchart LR\n  a[Worker] --> a\n  a -->|one| b\n  a ==>|two| b')
    expect(told(drawing).links).toEqual(['a > a request', 'a > b request: one', 'a > b stream: two'])
  })
})

describe('sequence diagrams', () => {
  it('become participants with numbered messages', async () => {
    const drawing = await drawingOf(`sequenceDiagram
      autonumber
      actor U as Alice
      participant A as Order service
      box Aqua Storage in eu-west-1
        participant D as PostgreSQL
      end
      U->>+A: POST /orders
      A->>D: INSERT
      D-->>A: ok
      Note over A,D: one transaction
      loop every minute
        A-)Q: tick <b>now</b>
      end
      alt paid
        A->>A: mark
      else not
        A-xU: sorry
      end
      A-->>-U: 201
      U->>A: GET /orders`)
    expect(told(drawing)).toEqual({
      boxes: ['U: person Alice', 'A: service Order service', 'D: sql PostgreSQL @group 1', 'Q: box Q'],
      links: [
        'U > A request: 1. POST /orders / 7. ← 201 / 8. GET /orders',
        'A > D request: 2. INSERT / 3. ← ok',
        'A > Q async: 4. tick now',
        'A > A request: 5. mark',
        'A > U request: 6. sorry',
      ],
      zones: ['group 1: region Storage in eu-west-1'],
    })
    expect(drawing.notCarried).toEqual([
      'The frames around messages: 1 loop, 1 alternative. The messages are there.',
      '1 note: “one transaction”.',
      'That 1 message is lost on the way.',
      'How long each participant is active.',
    ])
  })
})

describe('what cannot be drawn', () => {
  it.each([
    [
      'flowchart LR\n  a --> b\n  b --> c[oh (no)]\n',
      3,
      'in “b --> c[oh (no)]”, “(” cannot stand in a text; put the text in quotation marks.',
    ],
    [
      '---\ntitle: x\n---\n%% comment\nflowchart LR\n  %% another\n  a --> b\n  a -->\n',
      8,
      'in “a -->”, it ends too early; expected the name of a box.',
    ],
    [
      '```mermaid\nflowchart LR\n  a["open --> b\n```',
      3,
      'in “a["open --> b”, a quotation mark is not closed.',
    ],
    ['flowchart LR\n  subgraph x\n  a', 3, 'in “a”, the diagram ends and an “end” is missing.'],
    [
      'flowchart LR\n  a --> end\n',
      2,
      'in “a --> end”, “end” closes a group and cannot be the name of a box; call it “End”.',
    ],
    ['flowchart LR\n  a -->|x b', 2, 'in “a -->|x b”, the “|” around a label is not closed.'],
    ['sequenceDiagram\n  A->>B: hi\n  A->B', 3, 'in “A->B”, it ends too early; expected “:” and a text.'],
    ['sequenceDiagram\n  A-->>-B: hi\n  %% x\n  A->>>B: hi', 4, 'in “A->>>B: hi”, '],
    ['%% one\n\n---\n%% x\nflowchart LR', 3, 'another line of “---” must close what begins here.'],
  ])('%j is explained', async (source, line, message) => {
    const read = await readMermaid(source)
    expect(read).toMatchObject({
      ok: false,
      line,
      message: expect.stringContaining(message),
    })
    expect(JSON.stringify(read)).not.toMatch(/SQE|NODE_STRING|Expecting|NEWLINE/)
  })

  it.each([
    'classDiagram\n  A <|-- B',
    'gitGraph\n  checkout nowhere',
    'classDiagram\n  A <|-- B : x |',
    'gantt\n  title x',
    'hello there',
    'pie\n  "a" : 1',
  ])('%j is another kind of diagram', async (source) => {
    const read = await readMermaid(source)
    expect(read).toMatchObject({ ok: false, message: expect.stringContaining('Only flowcharts') })
  })

  it.each(['', '\n%% nothing\n', 'flowchart LR'])('%j is empty', async (source) => {
    expect(await readMermaid(source)).toMatchObject({ ok: false, line: null })
  })

  it('has too many arrows', async () => {
    const source = `flowchart LR\n${Array.from({ length: 501 }, (_, at) => `a${at} --> b`).join('\n')}`
    expect(await readMermaid(source)).toMatchObject({
      ok: false,
      message: expect.stringContaining('500 arrows'),
    })
  })
})
