import { gates } from './gates.ts'
import { endRunningCommands } from './run/command.ts'
import { onInterrupt } from './run/interrupt.ts'
import { runSteps } from './run/steps.ts'
import { tallyLine } from './run/tally.ts'

const interrupted = onInterrupt(endRunningCommands)

const tally = await runSteps(gates(), {
  atOnce: 2,
  print: console.log,
  now: () => performance.now(),
  interrupted,
})
console.log(tallyLine(tally))
if (tally.failed > 0 && !interrupted.aborted) process.exitCode = 1
