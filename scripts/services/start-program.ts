import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Program {
  command: string
  args: readonly string[]
  cwd: string
  uid?: number | undefined
  gid?: number | undefined
  /** What it prints when it can be used. */
  readyLine: string
  stopSignal: NodeJS.Signals
}

const READY_WITHIN_MS = 60_000
const STOPPED_WITHIN_MS = 10_000

/** Starts a server in the foreground and waits for its ready line; disposing it waits until it is gone. */
export async function startProgram(program: Program): Promise<AsyncDisposable> {
  const child = spawn(program.command, program.args, {
    cwd: program.cwd,
    uid: program.uid,
    gid: program.gid,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = once(child, 'close').catch(() => {})
  // Whatever way this process ends, the server must not outlive it.
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  async function stop(): Promise<void> {
    child.kill(program.stopSignal)
    const late = setTimeout(end, STOPPED_WITHIN_MS)
    await gone
    clearTimeout(late)
    process.off('exit', end)
  }
  try {
    await ready(child, program)
  } catch (error) {
    await stop()
    throw error
  }
  return { [Symbol.asyncDispose]: stop }
}

type Child = ReturnType<typeof spawn>

function ready(child: Child, { command, readyLine }: Program): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    const late = setTimeout(() => fail(`was not ready after ${READY_WITHIN_MS / 1000} s`), READY_WITHIN_MS)
    function fail(what: string): void {
      clearTimeout(late)
      reject(new Error(`${command} ${what}:\n${output.trim()}`))
    }
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        // Read to the end even when nobody needs it: a full pipe would block the server.
        if (output.includes(readyLine)) return
        output += chunk.toString('utf8')
        if (!output.includes(readyLine)) return
        clearTimeout(late)
        resolve()
      })
    }
    child.once('error', (error) => fail(`could not be started: ${error.message}`))
    child.once('exit', (code) => fail(`ended with code ${code}`))
  })
}
