import { runCommand, type Command } from './run/command.ts'
import type { Step } from './run/steps.ts'
import { FAILED, PASSED } from './run/tally.ts'

const PACKAGES = ['shared', 'question-bank', 'server', 'client', 'e2e', 'scripts']

/** Everything that is checked without running a test; the slowest first, so that two lanes end together. */
export function gates(): Step[] {
  return [
    gate('client build + budget', [
      { command: 'vite', args: ['build', 'client', '--manifest', '--logLevel', 'warn'] },
      { command: 'node', args: ['scripts/bundle-budget.ts'] },
    ]),
    gate('format', [{ command: 'oxfmt', args: ['--check'] }]),
    gate('lint', [{ command: 'oxlint', args: [] }]),
    ...PACKAGES.map((name) => gate(`types ${name}`, [{ command: 'tsc', args: ['-p', name] }])),
    gate('direction', [{ command: 'node', args: ['scripts/direction.ts'] }]),
    gate('question bank', [
      { command: 'node', args: ['question-bank/src/main.ts', 'check'] },
      { command: 'node', args: ['question-bank/src/main.ts', 'coverage', '--check'] },
    ]),
    gate('unused code', [{ command: 'knip', args: ['--no-progress'] }]),
  ]
}

/** A gate counts as one check; its commands run one after another until one fails. */
function gate(name: string, commands: readonly Command[]): Step {
  return {
    name,
    async run() {
      let output = ''
      for (const command of commands) {
        const result = await runCommand(command)
        output += result.output
        if (!result.ok) return { tally: FAILED, note: '', remarks: [], output }
      }
      return { tally: PASSED, note: lastLine(output), remarks: [], output }
    },
  }
}

/** Tools end with what they counted, which says that they looked at something. */
function lastLine(output: string): string {
  return output.trimEnd().split('\n').at(-1)?.trim() ?? ''
}
