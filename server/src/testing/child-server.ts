import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  kill(signal: 'SIGTERM' | 'SIGKILL' | 'SIGINT' | 'SIGUSR2'): void
  /** Resolves once the server has told people this. */
  says(text: string): Promise<void>
  readonly exited: Promise<ChildExit>
}

/** Starts `main.ts` on a free port and resolves once it listens. */
export async function startChildServer(options: ChildOptions): Promise<ChildServer> {
  const child = launch(options)
  await says(child, 'Stop:')
  const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(child.stdout())?.[1]
  return {
    url: `http://127.0.0.1:${port}`,
    stdout: child.stdout,
    stderr: child.stderr,
    exited: child.exited,
    says: (text) => says(child, text),
    kill: (signal) => void child.process.kill(signal),
    async [Symbol.asyncDispose]() {
      child.process.kill('SIGKILL')
      await child.exited
    },
  }
}

async function says(child: ReturnType<typeof launch>, text: string): Promise<void> {
  const { promise: said, resolve, reject } = Promise.withResolvers<void>()
  const look = () => {
    if (child.stdout().includes(text)) resolve()
  }
  child.process.stdout.on('data', look)
  look()
  void child.exited.then(({ code }) =>
    reject(new Error(`ended with ${code} before it said "${text}":\n${child.stdout()}${child.stderr()}`)),
  )
  await said
  child.process.stdout.off('data', look)
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
    env: {
      ...(PATH === undefined ? {} : { PATH }),
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      // Starts come by the dozen here; this halves each.
      NODE_COMPILE_CACHE: join(tmpdir(), 'drawbar-compile-cache'),
      ...env,
    },
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
