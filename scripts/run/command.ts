import { spawn, type ChildProcess } from 'node:child_process'
import { ROOT, TOOL_PATH } from './root.ts'

export interface Command {
  command: string
  args: readonly string[]
  /** Instead of our own environment; `PATH` always begins with the repository's tools. */
  env?: NodeJS.ProcessEnv | undefined
  /** Kills the command after this many milliseconds. */
  timeoutMs?: number | undefined
}

export interface CommandResult {
  ok: boolean
  /** Both streams, in the order they arrived. */
  output: string
}

const running = new Set<ChildProcess>()

/** Runs one command to its end, in the repository's root. A command that cannot be started is a result too, not an exception. */
export function runCommand({ command, args, env, timeoutMs }: Command): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...(env ?? process.env), PATH: TOOL_PATH },
      timeout: timeoutMs,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    }
    function settle(ok: boolean, note = ''): void {
      running.delete(child)
      resolve({ ok, output: Buffer.concat(chunks).toString('utf8') + note })
    }
    child.once('error', (error) => settle(false, `${command} could not be started: ${error.message}\n`))
    child.once('close', (code, signal) =>
      settle(code === 0, signal === null ? '' : `${command} was ended by ${signal}\n`),
    )
  })
}

/** Ends every command still running, so that an interrupted run leaves nothing behind. */
export function endRunningCommands(): void {
  for (const child of running) child.kill('SIGTERM')
}
