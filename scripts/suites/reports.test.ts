import { describe, expect, it } from 'vitest'
import { playwrightTally, skippedInPlaywright, type PlaywrightReport } from './playwright-report.ts'
import { skippedInVitest, vitestTally, type VitestReport } from './vitest-report.ts'

const vitestReport: VitestReport = {
  numPassedTests: 2,
  numFailedTests: 1,
  testResults: [
    {
      name: 'a.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'a passes' },
        { status: 'failed', fullName: 'a fails' },
        { status: 'skipped', fullName: 'a waits' },
        { status: 'todo', fullName: 'a will be' },
      ],
    },
    { name: 'b.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'b passes' }] },
    { name: 'does-not-load.test.ts', status: 'failed', assertionResults: [] },
    {
      name: 'hook-breaks.test.ts',
      status: 'failed',
      assertionResults: [{ status: 'skipped', fullName: 'c is not reached' }],
    },
  ],
}

const playwrightReport: PlaywrightReport = {
  stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 },
  errors: [{ message: 'a file does not load' }],
  suites: [
    {
      specs: [{ title: 'passes', tests: [{ status: 'expected', annotations: [] }] }],
      suites: [
        {
          specs: [
            {
              title: 'two nodes',
              tests: [{ status: 'skipped', annotations: [{ type: 'skip', description: 'no Redis' }] }],
            },
            { title: 'not reached', tests: [{ status: 'skipped', annotations: [] }] },
          ],
        },
      ],
    },
  ],
}

describe('the Vitest report', () => {
  it('counts a file that does not load and a hook that breaks as one failure each', () => {
    expect(vitestTally(vitestReport)).toEqual({ passed: 2, failed: 3, skipped: 3 })
  })

  it('names what was skipped', () => {
    expect(skippedInVitest(vitestReport)).toEqual(['a waits', 'a will be', 'c is not reached'])
  })
})

describe('the Playwright report', () => {
  it('counts errors outside of tests, and tests that passed only once, as failures', () => {
    expect(playwrightTally(playwrightReport)).toEqual({ passed: 3, failed: 3, skipped: 2 })
  })

  it('names what was skipped and why, in nested groups too', () => {
    expect(skippedInPlaywright(playwrightReport)).toEqual([
      'two nodes (no Redis)',
      'not reached (no reason given)',
    ])
  })
})
