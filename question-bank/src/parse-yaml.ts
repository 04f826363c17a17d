import { LineCounter, parseDocument } from 'yaml'
import type { FieldPath } from './finding.ts'

/** What a YAML text holds, and where each part of it stands. */
export type ParsedYaml =
  | { readonly ok: true; readonly value: unknown; readonly lineOf: (path: FieldPath) => number | undefined }
  | { readonly ok: false; readonly problems: readonly { line: number; reason: string }[] }

/** `firstLine` is the line of the file the text begins on, for YAML inside another format. */
export function parseYaml(text: string, firstLine = 1): ParsedYaml {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line + firstLine - 1
  const problems = [...document.errors, ...document.warnings].map((problem) => ({
    line: lineAt(problem.pos[0]),
    reason: `not valid YAML: ${problem.message}`,
  }))
  if (problems.length > 0) return { ok: false, problems }

  // The nearest part that exists: a field that is missing is reported where it should have been.
  function lineOf(path: FieldPath): number | undefined {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true)
      const range = rangeOf(node)
      if (range) return lineAt(range[0])
    }
    return undefined
  }
  return { ok: true, value: document.toJS(), lineOf }
}

function rangeOf(node: unknown): readonly [number, ...number[]] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined
  const range = node.range
  if (!Array.isArray(range) || typeof range[0] !== 'number') return undefined
  return [range[0]]
}
