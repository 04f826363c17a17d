import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type ParsedNode } from 'yaml'
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

  return {
    ok: true,
    value: document.toJS(),
    lineOf: (path) => {
      const offset = offsetOf(document.contents, path)
      return offset === undefined ? undefined : lineAt(offset)
    },
  }
}

/** Where `path` begins, or the nearest part around it that exists: a missing field is reported where it should be. */
function offsetOf(root: ParsedNode | null, path: FieldPath): number | undefined {
  let node: unknown = root
  let offset = root?.range[0]
  for (const step of path) {
    if (isMap(node)) {
      // YAML reads `45:` as a number; a path calls it '45'.
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair) break
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      if (node === undefined) break
      offset = startOf(node) ?? offset
    } else {
      break
    }
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}
