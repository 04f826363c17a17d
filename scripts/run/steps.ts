import { addTallies, FAILED, type Tally } from './tally.ts'

/** One line of a run: a gate, or a whole suite of tests. */
export interface Step {
  name: string
  run(): Promise<StepResult>
}

export interface StepResult {
  tally: Tally
  /** What to add to the line, a few words; empty when there is nothing to add. */
  note: string
  /** Shown below the line whatever the result, such as why something was skipped. */
  remarks: readonly string[]
  /** Shown only when something failed. */
  output: string
}

export interface RunOptions {
  /** How many steps may run at the same time. */
  atOnce: number
  print(line: string): void
  /** A clock in milliseconds. */
  now(): number
  /** Once it is aborted no further step is begun. */
  interrupted: AbortSignal
}

/** Runs every step, whatever the others do, and prints one line for each as it ends. */
export async function runSteps(steps: readonly Step[], options: RunOptions): Promise<Tally> {
  const { atOnce, print, now, interrupted } = options
  const waiting = [...steps]
  const tallies: Tally[] = []
  async function lane(): Promise<void> {
    for (let step = waiting.shift(); step !== undefined && !interrupted.aborted; step = waiting.shift()) {
      const started = now()
      const result = await step.run().catch(crashed)
      tallies.push(result.tally)
      print(stepLine({ name: step.name, result, ms: now() - started }))
      for (const remark of result.remarks) print(indent(remark))
      if (result.tally.failed > 0 && result.output !== '') print(indent(result.output))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return addTallies(tallies)
}

function crashed(error: unknown): StepResult {
  const output = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { tally: FAILED, note: 'the step itself broke', remarks: [], output }
}

function stepLine({ name, result, ms }: { name: string; result: StepResult; ms: number }): string {
  const mark = result.tally.failed === 0 ? 'ok  ' : 'FAIL'
  const seconds = `${(ms / 1000).toFixed(1)} s`
  return `${mark} ${name.padEnd(22)} ${seconds.padStart(8)}  ${result.note}`.trimEnd()
}

function indent(output: string): string {
  return output
    .trimEnd()
    .split('\n')
    .map((line) => `     ${line}`)
    .join('\n')
}
