import type { Mend } from './checks/check.ts'
import { counted } from './counted.ts'
import type { TextRange } from './parse-yaml.ts'

/** One thing wrong with the content, said so that its writer can mend it. */
export type Finding = {
  /** Path relative to the content folder, with forward slashes. */
  readonly file: string
  /** Where in the question, like `checklist[3].dimension`; empty when the whole file is meant. */
  readonly field: string
  /** What is wrong, in words. */
  readonly reason: string
  /** Line in the file, counted from one, where it is known. */
  readonly line?: number
  /** Which check found it; absent where the file does not even have the shape of a question. */
  readonly check?: string
  /** What to do about it. */
  readonly advice?: string
  /** What a machine can do about it, and where in the file. */
  readonly mend?: Mend & TextRange
}

/** A way into a question: keys and list positions, outermost first. */
export type FieldPath = readonly (string | number)[]

/** `['checklist', 3, 'dimension']` as `checklist[3].dimension`. */
export function formatField(path: FieldPath): string {
  let field = ''
  for (const step of path) {
    if (typeof step === 'number') field += `[${step}]`
    else field += field === '' ? step : `.${step}`
  }
  return field
}

/**
 * Findings as a compiler prints errors: where, what and by which check, in file order; under it what to do, said once
 * for findings of one check that follow each other; then a count. Empty text for no findings.
 */
export function formatFindings(findings: readonly Finding[]): string {
  if (findings.length === 0) return ''
  const sorted = findings.toSorted(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.field, b.field),
  )
  const lines = sorted.flatMap((finding, at) => {
    const next = sorted[at + 1]
    const repeats = next !== undefined && next.check === finding.check && next.file === finding.file
    const advice = finding.advice === undefined || repeats ? [] : [`    ${finding.advice}`]
    return [formatFinding(finding), ...advice]
  })
  const files = new Set(findings.map((finding) => finding.file)).size
  lines.push('', `${counted(findings.length, 'finding')} in ${counted(files, 'file')}`)
  return lines.join('\n')
}

function formatFinding({ file, line, field, reason, check }: Finding): string {
  const place = line === undefined ? file : `${file}:${line}`
  const what = field === '' ? reason : `${field}: ${reason}`
  return `${place}: ${what}${check === undefined ? '' : ` (${check})`}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
