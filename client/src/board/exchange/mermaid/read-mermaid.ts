import type { Unplaced } from '../drawing-plan.ts'
import { cleanSource, type CleanSource } from './clean-source.ts'
import { readFlowchart, type FlowchartDb } from './flowchart.ts'
import { plainFault, type MermaidFault } from './plain-error.ts'
import { readSequence, type SequenceDb } from './sequence.ts'

export type ReadMermaid = { readonly ok: true; readonly drawing: Unplaced } | MermaidFault

/** Longest text that is read, UTF-16 units: as much as Mermaid itself draws. */
const LONGEST = 50_000

/**
 * Reads a Mermaid flowchart or sequence diagram with Mermaid's own parser, which is loaded when it is first needed. Labels
 * are text; nothing of the diagram can set or run anything. Rejects only when the parser cannot be loaded.
 */
export async function readMermaid(text: string): Promise<ReadMermaid> {
  const source = cleanSource(text)
  if (source.text.trim() === '') return { ok: false, line: null, message: 'There is no diagram in it.' }
  if (source.text.length > LONGEST) {
    return {
      ok: false,
      line: null,
      message: `It is longer than ${LONGEST.toLocaleString('en')} letters. Take a part of it.`,
    }
  }
  const { default: mermaid } = await import('mermaid')
  try {
    // Parsing loads the kind of diagram and waits its turn; only then can its content be asked for.
    await mermaid.parse(source.text)
    const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(source.text)
    return drawingOf(type, db, source)
  } catch (error) {
    return isUnknownDiagram(error) || !OURS.test(source.text) ? OTHER_DIAGRAM : plainFault(error, source)
  }
}

/** How a text begins whose mistakes can be told. One with “---” has front matter that is not closed. */
const OURS = /^\s*(?:---|flowchart|graph|sequenceDiagram)/

const OTHER_DIAGRAM: MermaidFault = {
  ok: false,
  line: null,
  message:
    'Only flowcharts and sequence diagrams can be drawn. They begin with “flowchart”, “graph” or “sequenceDiagram”.',
}

function drawingOf(type: string, db: object, source: CleanSource): ReadMermaid {
  const drawing = isFlowchart(type, db) ? readFlowchart(db) : isSequence(type, db) ? readSequence(db) : null
  if (drawing === null) return OTHER_DIAGRAM
  if (drawing.components.length + drawing.zones.length === 0) {
    return { ok: false, line: null, message: 'There is nothing in it to draw.' }
  }
  const notCarried = [
    ...(source.title === null ? [] : [`The title “${source.title}”.`]),
    ...(source.hadSettings ? ['Settings such as the theme.'] : []),
    ...drawing.notCarried,
  ]
  return { ok: true, drawing: { ...drawing, notCarried } }
}

function isFlowchart(type: string, db: object): db is FlowchartDb {
  return type.startsWith('flowchart') && 'getVertices' in db && 'getSubGraphs' in db
}

function isSequence(type: string, db: object): db is SequenceDb {
  return type === 'sequence' && 'getActors' in db && 'getMessages' in db
}

function isUnknownDiagram(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'UnknownDiagramError' || error.message.startsWith('No diagram type'))
  )
}
