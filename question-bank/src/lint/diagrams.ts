import { JSDOM } from 'jsdom'

/** A box of a flowchart; `classes` are what follows `:::`, and what `class` statements add. */
export type Box = { readonly id: string; readonly classes: readonly string[] }

export type Diagram =
  | { readonly ok: true; readonly boxes: readonly Box[] }
  | { readonly ok: false; readonly reason: string }

/** Reads a Mermaid source the way a code host will. */
export type ReadDiagram = (source: string) => Promise<Diagram>

/** Mermaid's own parser. It asks for a browser's document when it is loaded, so it gets an empty one. */
export async function mermaidReader(): Promise<ReadDiagram> {
  const { window } = new JSDOM('')
  Object.assign(globalThis, { window, document: window.document })
  const { default: mermaid } = await import('mermaid')
  return async (source) => {
    try {
      // Parsing loads the kind of diagram; only then can its content be asked for.
      await mermaid.parse(source)
      const { db } = await mermaid.mermaidAPI.getDiagramFromText(source)
      return { ok: true, boxes: boxesOf(db) }
    } catch (error) {
      return { ok: false, reason: firstLines(error) }
    }
  }
}

/** The boxes of a flowchart; other kinds of diagram have none. */
function boxesOf(db: object): Box[] {
  if (!('getVertices' in db) || typeof db.getVertices !== 'function') return []
  const vertices: unknown = db.getVertices()
  // An arrow to a group makes a box of the group's name, which is not drawn.
  const groups = new Set(
    'subGraphLookup' in db && db.subGraphLookup instanceof Map ? db.subGraphLookup.keys() : [],
  )
  if (!(vertices instanceof Map)) throw new Error('Mermaid no longer lists the boxes of a flowchart in a map')
  return [...vertices.values()]
    .map(({ id, classes }: Box) => ({ id, classes }))
    .filter(({ id }) => !groups.has(id))
}

/** Mermaid's message names the line, then shows it, then lists every token it would rather have had. */
function firstLines(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n').slice(0, 2).join(' ').trim()
}
