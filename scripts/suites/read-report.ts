import { readFileSync } from 'node:fs'
import type { CommandResult } from '../run/command.ts'
import type { StepResult } from '../run/steps.ts'
import { FAILED, tallyLine, type Tally } from '../run/tally.ts'

export interface ReadOptions<Report> {
  /** How the run of the suite ended. */
  run: CommandResult
  reportFile: string
  tally(report: Report): Tally
  skipped(report: Report): readonly string[]
}

/** The result of a suite from the report it wrote; never better than the exit code of its run. */
export function readReport<Report>({ run, reportFile, tally, skipped }: ReadOptions<Report>): StepResult {
  let report: Report
  try {
    report = JSON.parse(readFileSync(reportFile, 'utf8'))
  } catch {
    return { tally: FAILED, note: 'no report was written', remarks: [], output: run.output }
  }
  const counted = tally(report)
  const failed = run.ok ? counted.failed : Math.max(counted.failed, 1)
  return {
    tally: { ...counted, failed },
    note: tallyLine({ ...counted, failed }),
    remarks: skipped(report).map((name) => `skipped: ${name}`),
    output: run.output,
  }
}
