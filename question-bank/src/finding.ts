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

/** Findings as a compiler prints errors: one per line in file order, then a count. Empty text for no findings. */
export function formatFindings(findings: readonly Finding[]): string {
  if (findings.length === 0) return ''
  const sorted = findings.toSorted(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.field, b.field),
  )
  const lines = sorted.map((finding) => {
    const place = finding.line === undefined ? finding.file : `${finding.file}:${finding.line}`
    return finding.field === ''
      ? `${place}: ${finding.reason}`
      : `${place}: ${finding.field}: ${finding.reason}`
  })
  const files = new Set(findings.map((finding) => finding.file)).size
  lines.push('', `${count(findings.length, 'finding', 'findings')} in ${count(files, 'file', 'files')}`)
  return lines.join('\n')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`
}
