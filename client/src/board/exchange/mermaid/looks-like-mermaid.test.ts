import { expect, it } from 'vitest'
import { looksLikeMermaid } from './looks-like-mermaid.ts'

it.each([
  'flowchart LR\n  a --> b',
  'graph TD;\n  A-->B;',
  'graph TD;A-->B;',
  'graph\n  A --- B',
  'flowchart\n  A["only one"]',
  'flowchart TB\n  A\n  B',
  'flowchart LR\n  subgraph x\n  end',
  '\n\n  sequenceDiagram\n  A->>B: hi',
  '---\ntitle: Shop\nconfig:\n  theme: dark\n---\nflowchart LR\n  a --> b',
  '%%{init: {"theme": "dark"}}%%\ngraph LR\n  a --> b',
  '%% made by hand\n%% twice\nflowchart RL\n  a --> b',
  '```mermaid\nflowchart LR\n  a --> b\n```',
  '~~~ mermaid\r\nsequenceDiagram\r\n  A->>B: hi\r\n~~~\r\n',
  '\uFEFFflowchart LR\n  a --> b',
  // With a mistake in it, which is then explained.
  'flowchart LR\n  a --> b[oh (no)]',
])('takes for Mermaid: %j', (text) => {
  expect(looksLikeMermaid(text)).toBe(true)
})

it.each([
  '',
  'graph',
  'flowchart LR',
  'sequenceDiagram',
  'graph databases are good at this',
  'Graph of users\nand their friends',
  'graph\nis a word, and this is prose',
  'flowchart: see below',
  'A flowchart LR\n a --> b',
  'https://mermaid.live/edit#flowchart LR',
  'const graph = new Graph()\ngraph.add(a)',
  'graph TDX\n a --> b',
  'def f():\n  return x --> y',
  '```ts\nflowchart LR\n a --> b\n```',
  'classDiagram\n  A <|-- B',
  'gantt\n  title x',
  '---\ntitle: notes\n---\nsome prose',
  '# Sequence\nsequenceDiagrams are drawn with arrows ->>',
])('does not take for Mermaid: %j', (text) => {
  expect(looksLikeMermaid(text)).toBe(false)
})
