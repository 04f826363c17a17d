import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onInterrupt } from './run/interrupt.ts'
import { ROOT, TOOL_PATH } from './run/root.ts'

const PAGE_PORT = process.env['PORT'] ?? '3000'
const SERVER_PORT = '3001'

/** What both ends know: people open the page's address, and the page passes requests on to the server. */
const env = {
  ...process.env,
  PATH: TOOL_PATH,
  PUBLIC_URL: process.env['PUBLIC_URL'] ?? `http://localhost:${PAGE_PORT}`,
  DRAWBAR_SERVER: `http://localhost:${SERVER_PORT}`,
}

const server = start('node', ['--watch', 'server/src/main.ts'], { PORT: SERVER_PORT })
const page = start('vite', ['client', '--port', PAGE_PORT, '--strictPort'], {})
const interrupted = onInterrupt(stop)

// One end without the other is of no use: the first to leave takes the other along.
await Promise.race([once(server, 'exit'), once(page, 'exit')])
stop()
await Promise.all([server, page].map(gone))
if (!interrupted.aborted) process.exitCode = 1

function start(command: string, args: readonly string[], own: NodeJS.ProcessEnv) {
  return spawn(command, args, { cwd: ROOT, env: { ...env, ...own }, stdio: 'inherit' })
}

function stop(): void {
  server.kill('SIGTERM')
  page.kill('SIGTERM')
}

async function gone(child: ReturnType<typeof start>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
