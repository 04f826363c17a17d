import { layOut } from '../tidy/lay-out.ts'
import type { DrawingPlan } from './drawing-plan.ts'
import { placeDrawing } from './place-drawing.ts'

/**
 * Reads and lays out a Mermaid text; a fault says in which line what is wrong. The parser and the layout are loaded when
 * they are first needed. Rejects when one of them cannot be loaded or takes too long.
 */
export async function planMermaid(text: string): Promise<DrawingPlan | { readonly fault: string }> {
  const { readMermaid } = await import('./mermaid/read-mermaid.ts')
  const read = await readMermaid(text)
  if (!read.ok) return { fault: read.line === null ? read.message : `Line ${read.line}: ${read.message}` }
  return placeDrawing(read.drawing, (input) => layOut(input))
}
