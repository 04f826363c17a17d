import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

export interface ChildOptions {
  readonly dataDir: string
  readonly env?: Readonly<Record<string, string>>
}

export interface ChildExit {
  readonly code: number | null
  readonly signal: string | null
}

/** The server as people run it: a process of its own. */
export interface ChildServer extends AsyncDisposable {
  readonly url: string
  readonly stdout: () => string
  readonly stderr: () => string
  kill(signal: 'SIGTERM' | 'SIGKILL' | 'SIGINT'): void
  readonly exited: Promise<ChildExit>
}

/** Starts `main.ts` on a free port and resolves once it listens. */
export async function startChildServer(options: ChildOptions): Promise<ChildServer> {
  const child = launch(options)
  const { promise: port, resolve, reject } = Promise.withResolvers<number>()
  child.process.stdout.on('data', () => {
    const said = child.stdout()
    const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1]
    if (found !== undefined && said.includes('Stop:')) resolve(Number(found))
  })
  void child.exited.then(({ code }) =>
    reject(
      new Error(`the server ended with ${code} before it listened:\n${child.stdout()}${child.stderr()}`),
    ),
  )
  return {
    url: `http://127.0.0.1:${await port}`,
    stdout: child.stdout,
    stderr: child.stderr,
    exited: child.exited,
    kill: (signal) => void child.process.kill(signal),
    async [Symbol.asyncDispose]() {
      child.process.kill('SIGKILL')
      await child.exited
    },
  }
}

/** Runs `main.ts` where it is expected to refuse; resolves with what it said and how it ended. */
export async function runChildServer(
  options: ChildOptions,
): Promise<ChildExit & { readonly stdout: string; readonly stderr: string }> {
  const child = launch(options)
  const exit = await child.exited
  return { ...exit, stdout: child.stdout(), stderr: child.stderr() }
}

function launch({ dataDir, env = {} }: ChildOptions) {
  const { PATH } = process.env
  const child = spawn(process.execPath, [MAIN], {
    // Nothing of the environment of the tests: an operator's variables would be the server's.
    env: { ...(PATH === undefined ? {} : { PATH }), PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const exited = once(child, 'close').then((): ChildExit => ({
    code: child.exitCode,
    signal: child.signalCode,
  }))
  return { process: child, exited, stdout: () => stdout, stderr: () => stderr }
}
