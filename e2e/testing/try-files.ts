/**
 * Opens every drawing in a folder as a board would and prints one line a file: whether it opens, what it holds then, what
 * was not carried, and whether it is the same after an export and another import.
 *
 *     node e2e/testing/try-files.ts <folder>
 */
import { mermaidReader } from '@drawbar/question-bank/lint/diagrams.ts'
import { checkRecord } from '@drawbar/shared/board/check-record.ts'
import { graphToMermaid } from '@drawbar/shared/graph/to-mermaid.ts'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportedDrawing, ImportedPage } from '../../client/src/board/exchange/imported-drawing.ts'

// Mermaid's parser and tldraw ask for a page; this gives them an empty one, so they are loaded behind it.
await mermaidReader()
const { detectContent, mermaidInMarkdown } = await import('../../client/src/board/exchange/detect-content.ts')
const { fromExcalidraw } = await import('../../client/src/board/exchange/excalidraw/from-excalidraw.ts')
const { readScene } = await import('../../client/src/board/exchange/excalidraw/read-scene.ts')
const { toExcalidraw } = await import('../../client/src/board/exchange/excalidraw/to-excalidraw.ts')
const { readMermaid } = await import('../../client/src/board/exchange/mermaid/read-mermaid.ts')
const { planToGraph } = await import('../../client/src/board/exchange/plan-to-graph.ts')
const { readTldr } = await import('../../client/src/board/exchange/tldr/read-tldr.ts')

const ENDINGS = /\.(?:excalidraw|tldr|mmd|mermaid|md)$/

interface Tried {
  readonly opened: boolean
  /** Why not, or what it holds. */
  readonly words: string
}

const folder = process.argv[2]
if (folder === undefined) {
  console.error('Name a folder: node e2e/testing/try-files.ts <folder>')
  process.exit(2)
}
const found = await readdir(folder, { recursive: true }).catch(() => null)
if (found === null) {
  console.error(`There is no folder ${folder}.`)
  process.exit(2)
}
const names = found.filter((name) => ENDINGS.test(name)).toSorted()
let opened = 0
for (const name of names) {
  const start = performance.now()
  const tried = await tryText(name, await readFile(join(folder, name), 'utf8')).catch(thrown)
  if (tried.opened) opened += 1
  const took = Math.round(performance.now() - start)
  console.log(`${tried.opened ? 'opened' : 'REFUSED'}  ${name}  ${took} ms  ${tried.words}`)
}
console.log(`${opened} of ${names.length} files opened.`)
// What tldraw has set going would hold the process for minutes.
process.exit(opened === names.length ? 0 : 1)

async function tryText(name: string, text: string): Promise<Tried> {
  switch (detectContent({ name, mimeType: '', text })) {
    case 'excalidraw': {
      const read = readScene(text)
      if (!read.ok) return refused(`${read.title} ${read.detail}`)
      const drawing = fromExcalidraw(read.scene)
      return described(drawing, excalidrawAgain(drawing))
    }
    case 'tldr': {
      const read = readTldr(text)
      return read.ok ? described(read.drawing, null) : refused(`${read.title} ${read.detail}`)
    }
    case 'mermaid':
      return tryMermaid(mermaidInMarkdown(text) ?? text)
    default:
      return refused('It is nothing a board can open.')
  }
}

async function tryMermaid(text: string): Promise<Tried> {
  const read = await readMermaid(text)
  if (!read.ok) return refused(read.line === null ? read.message : `Line ${read.line}: ${read.message}`)
  const { components, connections, zones, notCarried } = read.drawing
  const counts = `${components.length} boxes, ${connections.length} arrows, ${zones.length} groups.`
  const again = await readMermaid(graphToMermaid(planToGraph(read.drawing)).text)
  const kindsOf = (drawing: typeof read.drawing) => [
    ...drawing.components.map(({ kind, label }) => `${kind} ${label}`),
    ...drawing.connections.map(({ kind, label }) => `${kind} ${label}`),
    ...drawing.zones.map(({ kind, label }) => `${kind} ${label}`),
  ]
  const isSame = again.ok && areSame(kindsOf(read.drawing), kindsOf(again.drawing))
  return { opened: true, words: [counts, ...notCarriedIn(notCarried), exportWords(isSame)].join(' ') }
}

/** Whether the pages hold the same after an export to Excalidraw. */
function excalidrawAgain({ pages }: ImportedDrawing): boolean {
  return pages.every((page) => {
    const images = new Map<string, { dataUrl: string; mimeType: string }>(
      page.images.map(({ asset, dataUrl }) => [
        asset.id,
        { dataUrl, mimeType: asset.props.mimeType ?? 'image/png' },
      ]),
    )
    const { shapes, bindings } = page
    const { file } = toExcalidraw({ shapes, bindings, images, target: 'file', now: 0 })
    const read = readScene(JSON.stringify(file))
    if (!read.ok) return false
    return areSame(kindsOnPages([page]), kindsOnPages(fromExcalidraw(read.scene).pages))
  })
}

function described({ pages, notCarried }: ImportedDrawing, isSame: boolean | null): Tried {
  const records = pages.flatMap(({ shapes, bindings }) => [...shapes, ...bindings])
  const unsound = records.filter((record) => !checkRecord(record).ok).length
  if (unsound > 0) return refused(`${unsound} records would not be taken by a board.`)
  const counts = [...Map.groupBy(kindsOnPages(pages), (kind) => kind)]
    .map(([kind, some]) => `${some.length} ${kind}`)
    .join(', ')
  return {
    opened: true,
    words: [
      `${counts === '' ? 'Nothing' : counts}.`,
      ...notCarriedIn(notCarried),
      ...(isSame === null ? [] : [exportWords(isSame)]),
    ].join(' '),
  }
}

function kindsOnPages(pages: readonly ImportedPage[]): readonly string[] {
  return pages.flatMap(({ shapes, bindings, images }) => [
    ...shapes.map(({ type }) => type),
    ...bindings.map(() => 'bound end'),
    ...images.map(() => 'picture file'),
  ])
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  return JSON.stringify(some.toSorted()) === JSON.stringify(others.toSorted())
}

function notCarriedIn(sentences: readonly string[]): readonly string[] {
  return sentences.length === 0 ? [] : [`Not carried: ${sentences.join(' ')}`]
}

function exportWords(isSame: boolean): string {
  return isSame ? 'The same after an export.' : 'NOT THE SAME after an export.'
}

function refused(words: string): Tried {
  return { opened: false, words }
}

function thrown(error: unknown): Tried {
  return refused(`It threw: ${error instanceof Error ? error.message : String(error)}`)
}
