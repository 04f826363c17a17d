import { gates } from './gates.ts'
import { provideChromium } from './provide/chromium.ts'
import { provideServicePrograms } from './provide/services.ts'
import { endRunningCommands } from './run/command.ts'
import { onInterrupt } from './run/interrupt.ts'
import { runSteps, type Step } from './run/steps.ts'
import { addTallies, tallyLine, type Tally } from './run/tally.ts'
import { startServices } from './services/start-services.ts'
import { browserSuite, vitestSuite } from './suites/suites.ts'

const interrupted = onInterrupt(endRunningCommands)

const tally = await testEverything()
console.log(tallyLine(tally))
if (tally.failed > 0 && !interrupted.aborted) process.exitCode = 1

/** Provides, checks, tests; what it started is stopped again however it ends. */
async function testEverything(): Promise<Tally> {
  const chromium = await provideChromium(console.log)
  console.log(chromium.line)
  const programs = await provideServicePrograms(console.log)
  await using services = await startServices({ programs, print: console.log })
  const resources = { ...services, chromiumPath: chromium.path }

  const checked = await run(gates(), 2)
  const tested = await run([vitestSuite(resources), browserSuite(resources)], 1)
  return addTallies([checked, tested])
}

function run(steps: readonly Step[], atOnce: number): Promise<Tally> {
  return runSteps(steps, { atOnce, print: console.log, now: () => performance.now(), interrupted })
}
