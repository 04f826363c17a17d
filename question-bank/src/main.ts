import { relative } from 'node:path'
import { runBankCommand } from './cli/bank-command.ts'

process.exitCode = await runBankCommand(process.argv.slice(2), {
  print: (text) => void process.stdout.write(`${text}\n`),
  complain: (text) => void process.stderr.write(`${text}\n`),
  shown: (path) => relative(process.cwd(), path),
})
