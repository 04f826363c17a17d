import { gates } from './gates.ts'
import { endRunningCommands } from './run/command.ts'
import { onInterrupt } from './run/interrupt.ts'
import { runSteps } from './run/steps.ts'
import { tallyLine } from './run/tally.ts'

onInterrupt(endRunningCommands)

const tally = await runSteps(gates(), { atOnce: 2, print: console.log, now: () => performance.now() })
console.log(tallyLine(tally))
process.exitCode = tally.failed === 0 ? 0 : 1
