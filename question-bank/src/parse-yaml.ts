import { CORE_SCHEMA, load, YAMLException } from 'js-yaml'
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type ParsedNode } from 'yaml'
import type { FieldPath } from './finding.ts'

/** What a YAML text holds, and where each part of it stands. */
export type ParsedYaml =
  | {
      readonly ok: true
      readonly value: unknown
      /** Line in the file, counted from one. */
      lineOf(path: FieldPath): number | undefined
      /** Where the value at `path` itself is written, as offsets into the text; undefined where there is none. */
      rangeOf(path: FieldPath): TextRange | undefined
    }
  | { readonly ok: false; readonly problems: readonly { line: number; reason: string }[] }

/** From `start` up to but not including `end`. */
export type TextRange = { readonly start: number; readonly end: number }

/**
 * `firstLine` is the line of the file the text begins on, for YAML inside another format. The value is read by the
 * fast js-yaml; where something stands is asked of the slower yaml, which keeps the text's structure, and only once
 * there is something to say (docs/decisions/0051-question-bank.md).
 */
export function parseYaml(text: string, firstLine = 1): ParsedYaml {
  const quick = readValue(text)
  if (!quick.ok) {
    const { problems } = outline(text, firstLine)
    return {
      ok: false,
      problems: problems.length > 0 ? problems : [{ line: firstLine, reason: quick.reason }],
    }
  }
  let outlined: Outline | undefined
  const structure = (): Outline => (outlined ??= outline(text, firstLine))
  return {
    ok: true,
    value: quick.value,
    lineOf: (path) => structure().lineOf(path),
    rangeOf: (path) => structure().rangeOf(path),
  }
}

function readValue(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  if (text.trim() === '') return { ok: true, value: null }
  try {
    return { ok: true, value: load(text, { schema: CORE_SCHEMA }) ?? null }
  } catch (error) {
    if (error instanceof YAMLException) return { ok: false, reason: `not valid YAML: ${error.reason}` }
    throw error
  }
}

type Outline = {
  readonly problems: readonly { line: number; reason: string }[]
  lineOf(path: FieldPath): number | undefined
  rangeOf(path: FieldPath): TextRange | undefined
}

function outline(text: string, firstLine: number): Outline {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line + firstLine - 1
  return {
    problems: [...document.errors, ...document.warnings].map((problem) => ({
      line: lineAt(problem.pos[0]),
      reason: `not valid YAML: ${problem.message}`,
    })),
    lineOf: (path) => {
      const offset = offsetOf(document.contents, path)
      return offset === undefined ? undefined : lineAt(offset)
    },
    rangeOf: (path) => {
      const node = document.getIn(path, true)
      const range = isNode(node) ? node.range : undefined
      return range ? { start: range[0], end: range[1] } : undefined
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
