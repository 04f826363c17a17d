import type { Tally } from '../run/tally.ts'

/** What we read of Vitest's JSON report. */
export interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: readonly {
    name: string
    status: string
    assertionResults: readonly { status: string; fullName: string }[]
  }[]
}

const SKIPPED = ['skipped', 'pending', 'todo', 'disabled']

/** A file that failed without a failed test in it, because it or a hook broke, counts as one failure. */
export function vitestTally({ numPassedTests, numFailedTests, testResults }: VitestReport): Tally {
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: skippedInVitest({ testResults }).length,
  }
}

/** The full names of the tests that did not run. */
export function skippedInVitest({ testResults }: Pick<VitestReport, 'testResults'>): string[] {
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => SKIPPED.includes(status)).map(({ fullName }) => fullName),
  )
}
