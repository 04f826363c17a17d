import { randomBytes } from 'node:crypto'
import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import { BANK_FOLDER } from '@drawbar/question-bank/bank-folder.ts'
import { readConfig } from './config.ts'
import { serve } from './serve.ts'
import { createEvents } from './telemetry/events.ts'
import { createLog, logToDescriptor } from './telemetry/log.ts'

const CLIENT_FOLDER = fileURLToPath(new URL('../../client/dist', import.meta.url))
// People read stdout, programs read the JSON lines on stderr.
const STDERR = 2
/** A stop that takes longer than this has got stuck; what was acknowledged is in the store either way. */
const STOP_MS = 20_000

const read = readConfig(process.env, process.cwd())
if (read.ok) {
  const { config } = read
  // On a terminal the lines for people would drown in the others.
  const logLevel = config.logLevel ?? (process.stderr.isTTY ? 'warn' : 'info')
  const events = createEvents(createLog(logLevel, logToDescriptor(STDERR)))
  process.on('uncaughtException', (error) => {
    events.crashed({ error })
    process.exit(1)
  })
  process.exitCode = await serve({
    config,
    events,
    bankFolder: BANK_FOLDER,
    clientFolder: CLIENT_FOLDER,
    random: randomBytes,
    now: Date.now,
    addresses: networkAddresses(),
    print: (text) => process.stdout.write(text),
    complain,
    warn: (line) => process.stderr.write(`drawbar: ${line}\n\n`),
    stopped: firstSignal(),
  })
} else {
  complain(read.line)
  process.exitCode = 1
}

function complain(line: string): void {
  process.stderr.write(`drawbar does not start: ${line}\n`)
}

/** The first signal asks for an orderly end, the second one gets it at once. */
function firstSignal(): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      resolve(signal)
      process.on(signal, () => process.exit(1))
      setTimeout(() => process.exit(1), STOP_MS).unref()
    })
  }
  return promise
}

function networkAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address)
}
