import { globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../run/command.ts'
import { ROOT } from '../run/root.ts'
import type { Step } from '../run/steps.ts'
import { addTallies, FAILED, tallyLine } from '../run/tally.ts'
import { testEnvironment, type TestResources } from './environment.ts'
import { playwrightTally, skippedInPlaywright, type PlaywrightReport } from './playwright-report.ts'
import { readReport } from './read-report.ts'
import { skippedInVitest, vitestTally, type VitestReport } from './vitest-report.ts'

const RESULTS = join(ROOT, 'test-results')

/** Unit, fuzz, PostgreSQL and Redis tests; the last two count as skipped, file by file, when their server is missing. */
export function vitestSuite(resources: TestResources): Step {
  return {
    name: 'unit and service tests',
    async run() {
      const reportFile = join(RESULTS, 'vitest.json')
      rmSync(reportFile, { force: true })
      const left = [
        ...(resources.databaseUrl === null ? [{ project: 'pg', reason: 'no PostgreSQL' }] : []),
        ...(resources.redisUrl === null ? [{ project: 'redis', reason: 'no Redis' }] : []),
      ]
      const run = await runCommand({
        command: 'vitest',
        args: [
          'run',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${reportFile}`,
          ...left.map(({ project }) => `--project=!${project}`),
        ],
        env: testEnvironment(process.env, resources),
      })
      const result = readReport<VitestReport>({
        run,
        reportFile,
        tally: vitestTally,
        skipped: skippedInVitest,
      })
      const leftOut = left.flatMap(({ project, reason }) =>
        testFiles(project).map((file) => `${file}: ${reason}`),
      )
      const tally = addTallies([result.tally, { passed: 0, failed: 0, skipped: leftOut.length }])
      const remarks = [...result.remarks, ...leftOut.map((line) => `skipped: ${line}`)]
      return { ...result, tally, note: tallyLine(tally), remarks }
    },
  }
}

/** Tests in a real browser; without one this is a failure, not a skip. */
export function browserSuite(resources: TestResources): Step {
  return {
    name: 'browser tests',
    async run() {
      if (resources.chromiumPath === null) {
        return { tally: FAILED, note: 'no Chromium', remarks: [], output: '' }
      }
      const reportFile = join(RESULTS, 'playwright.json')
      rmSync(reportFile, { force: true })
      const run = await runCommand({
        command: 'playwright',
        args: ['test'],
        env: testEnvironment(process.env, resources),
      })
      return readReport<PlaywrightReport>({
        run,
        reportFile,
        tally: playwrightTally,
        skipped: skippedInPlaywright,
      })
    },
  }
}

function testFiles(suffix: string): string[] {
  const exclude = ['**/node_modules', '**/dist']
  return globSync(`*/**/*.${suffix}.test.ts`, { cwd: ROOT, exclude }).toSorted()
}
