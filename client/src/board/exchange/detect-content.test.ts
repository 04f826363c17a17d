import { expect, test } from 'vitest'
import { detectContent, mermaidInMarkdown } from './detect-content.ts'

const FLOW = 'flowchart LR\n  a["A"] --> b["B"]\n'

test.each([
  ['', '', '{"type":"excalidraw","elements":[]}', 'excalidraw'],
  ['', '', ' {"type":"excalidraw/clipboard","elements":[]}', 'excalidraw'],
  ['a.json', 'application/json', '{"tldrawFileFormatVersion":1,"schema":{},"records":[]}', 'tldr'],
  ['', '', '{"format":"drawbar-graph","version":1}', 'graph-json'],
  ['a.mmd', '', FLOW, 'mermaid'],
  ['', '', FLOW, 'mermaid'],
  ['notes.md', 'text/markdown', `# Design\n\n\`\`\`mermaid\n${FLOW}\`\`\`\n\nMore.`, 'mermaid'],
  ['a.png', 'image/png', null, 'image'],
  // Content goes before the name.
  ['a.tldr', '', '{"type":"excalidraw","elements":[]}', 'excalidraw'],
  // Broken: the name says what it was meant to be.
  ['a.excalidraw', '', '{"type":"excal', 'excalidraw'],
  ['a.tldr', '', '', 'tldr'],
  ['a.mmd', '', 'nothing', 'mermaid'],
  // Broken, but its beginning says it.
  ['', '', '{"type":"excalidraw","elements":[{"id"', 'excalidraw'],
  ['', '', '{\n  "type": "excalidraw/clipboard",,', 'excalidraw'],
  ['', '', '{"tldrawFileFormatVersion":1,"schema":', 'tldr'],
  ['', '', '{\n  "format": "drawbar-graph",\n  "version"', 'graph-json'],
  ['', '', '{"type":"excal', null],
  ['a.svg', 'image/svg+xml', '<svg/>', null],
  ['notes.md', '', '# Only words', null],
  ['', '', 'graph theory is fun', null],
  ['', '', '{"type":"other"}', null],
])('%s %s %s', (name, mimeType, text, kind) => {
  expect(detectContent({ name, mimeType, text })).toBe(kind)
})

test('the diagram of a Markdown file', () => {
  expect(mermaidInMarkdown(`x\r\n\`\`\`mermaid\r\n${FLOW}\`\`\`\r\ny`)).toBe(FLOW)
  expect(mermaidInMarkdown('```js\n1\n```')).toBeNull()
})
