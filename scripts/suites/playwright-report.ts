import type { Tally } from '../run/tally.ts'

/** What we read of Playwright's JSON report. */
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: readonly unknown[]
  suites: readonly PlaywrightSuite[]
}

export interface PlaywrightSuite {
  specs?: readonly {
    title: string
    tests: readonly { status: string; annotations: readonly { type: string; description?: string }[] }[]
  }[]
  suites?: readonly PlaywrightSuite[]
}

/** An error outside of any test counts as a failure; so does a test that passed only when repeated. */
export function playwrightTally({ stats, errors }: PlaywrightReport): Tally {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}

/** The tests that did not run, each with the reason it gave. */
export function skippedInPlaywright({ specs = [], suites = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(({ annotations }) => {
        const reason = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description
        return `${title} (${reason ?? 'no reason given'})`
      }),
  )
  return [...own, ...suites.flatMap(skippedInPlaywright)]
}
