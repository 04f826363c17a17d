import type { Question } from '@drawbar/shared/question/question.ts'
import type { FieldPath } from '../finding.ts'

/** A text that people read, and where it lies. */
export type Text = { readonly path: FieldPath; readonly text: string }

/** What is an identifier, a unit, arithmetic or a diagram, and not a text. */
const NOT_TEXT: ReadonlySet<string> = new Set([
  'id',
  'kind',
  'topics',
  'levels',
  'dimension',
  'star',
  'unit',
  'expression',
  'flowchart',
  'sequence',
])

/** Every text of a question, in the order of its fields. */
export function textsOf(question: Question): Text[] {
  return walk(question, [])
}

function walk(value: unknown, path: FieldPath): Text[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (Array.isArray(value)) return value.flatMap((item, at) => walk(item, [...path, at]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => (NOT_TEXT.has(key) ? [] : walk(part, [...path, key])))
}
