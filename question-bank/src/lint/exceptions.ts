import { z } from 'zod'
import { formatField, type Finding } from '../finding.ts'
import { parseYaml } from '../parse-yaml.ts'
import { schemaReason } from '../schema-reason.ts'

export const EXCEPTIONS_FILE = 'exceptions.yaml'

const exceptionSchema = z.strictObject({
  /** Path of the file, as findings name it. */
  file: z.string(),
  field: z.string(),
  check: z.string(),
  why: z.string().trim().min(10),
})

export type Exception = z.infer<typeof exceptionSchema> & { readonly line: number | undefined }

/** Reads the list of findings that are known and meant; an empty text is an empty list. */
export function readExceptions(
  text: string,
):
  | { readonly ok: true; readonly exceptions: readonly Exception[] }
  | { readonly ok: false; readonly findings: Finding[] } {
  const parsed = parseYaml(text)
  if (!parsed.ok) {
    return {
      ok: false,
      findings: parsed.problems.map((problem) => ({ file: EXCEPTIONS_FILE, field: '', ...problem })),
    }
  }
  const read = z.array(exceptionSchema).safeParse(parsed.value ?? [], { reportInput: true })
  if (read.success) {
    return { ok: true, exceptions: read.data.map((one, at) => ({ ...one, line: parsed.lineOf([at]) })) }
  }
  return {
    ok: false,
    findings: read.error.issues.map((issue) => {
      const steps = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
      const line = parsed.lineOf(steps)
      return {
        file: EXCEPTIONS_FILE,
        field: formatField(steps),
        reason: schemaReason(issue),
        advice: 'Each exception names a file, a field, a check and why (ten letters at least).',
        ...(line === undefined ? {} : { line }),
      }
    }),
  }
}

/** Takes out what is excepted. An exception that is `judged` and that nothing needs is a finding of its own. */
export function applyExceptions(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
  judged: (exception: Exception) => boolean,
): Finding[] {
  const covers = (exception: Exception, finding: Finding): boolean =>
    exception.file === finding.file && exception.field === finding.field && exception.check === finding.check
  const unneeded = exceptions.filter(
    (exception) => judged(exception) && !findings.some((finding) => covers(exception, finding)),
  )
  return [
    ...findings.filter((finding) => !exceptions.some((exception) => covers(exception, finding))),
    ...unneeded.map(({ file, field, check, line }) => ({
      file: EXCEPTIONS_FILE,
      field: '',
      reason: `${check} finds nothing in ${field === '' ? file : `${file}, ${field}`}`,
      check: 'exceptions-needed',
      advice: 'Delete the exception.',
      ...(line === undefined ? {} : { line }),
    })),
  ]
}
