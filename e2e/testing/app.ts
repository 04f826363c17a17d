import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChildServer, type ChildExit, type ChildServer } from '@drawbar/server/testing/child-server.ts'
import { steadyPort } from './steady-port.ts'

export interface AppOptions {
  /** Kept when given; else a folder of its own that is removed at the end. */
  readonly dataDir?: string
  /** More variables of the configuration. */
  readonly env?: Readonly<Record<string, string>>
}

/** The server as an operator runs it, with the built client, on an address that it keeps from one life to the next. */
export interface App extends AsyncDisposable {
  readonly url: string
  readonly dataDir: string
  /** Everything it has logged, in every life. */
  logged(): string
  /** Sends a signal and waits until the process is gone. */
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<ChildExit>
  /** Starts it again on the same data and address, and waits until it is ready. */
  restart(): Promise<void>
}

export async function startApp(options: AppOptions = {}): Promise<App> {
  await using resources = new AsyncDisposableStack()
  const dataDir = options.dataDir ?? (await temporaryFolder(resources))
  const port = await steadyPort()
  const url = `http://127.0.0.1:${port}`
  let logged = ''
  let life: ChildServer | undefined
  resources.defer(async () => {
    await life?.[Symbol.asyncDispose]()
  })

  async function restart(): Promise<void> {
    if (life) throw new Error('the server is running already')
    const begun = await startChildServer({ dataDir, env: { ...options.env, PORT: `${port}` } })
    life = begun
    const answer = await fetch(`${url}/readyz`)
    if (answer.status !== 200) throw new Error(`the server listens, and /readyz answers ${answer.status}`)
  }

  async function kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<ChildExit> {
    if (!life) throw new Error('the server is not running')
    const ending = life
    life = undefined
    ending.kill(signal)
    const exit = await ending.exited
    logged += ending.stderr()
    return exit
  }

  await restart()
  const owned = resources.move()
  return {
    url,
    dataDir,
    logged: () => logged + (life?.stderr() ?? ''),
    kill,
    restart,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}

async function temporaryFolder(resources: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'drawbar-e2e-'))
  resources.defer(() => rm(folder, { recursive: true, force: true }))
  return folder
}
