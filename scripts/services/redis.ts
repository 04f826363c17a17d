import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import type { Service } from './service.ts'
import { startProgram } from './start-program.ts'

/** A Redis on a free port of the loopback interface that writes nothing to disk. `program` is its executable. */
export async function startRedis(program: string): Promise<Service> {
  await using resources = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'drawbar-redis-'))
  resources.defer(() => rm(folder, { recursive: true, force: true }))
  const port = await freePort()
  resources.use(
    await startProgram({
      command: program,
      args: ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
      cwd: folder,
      readyLine: 'eady to accept connections',
      stopSignal: 'SIGTERM',
    }),
  )
  const owned = resources.move()
  return { url: `redis://127.0.0.1:${port}`, [Symbol.asyncDispose]: () => owned.disposeAsync() }
}
