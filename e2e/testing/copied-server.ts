import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestServer, type TestServer } from '@drawbar/server/testing/start-test-server.ts'

/**
 * A server on a copy of what a dead one has left. The pages that were connected to the dead one never find it, so
 * nothing they still hold can heal what was lost.
 */
export async function startOnCopy(dataDir: string): Promise<TestServer> {
  await using resources = new AsyncDisposableStack()
  const copy = await mkdtemp(join(tmpdir(), 'drawbar-copy-'))
  resources.defer(() => rm(copy, { recursive: true, force: true }))
  await cp(dataDir, copy, { recursive: true })
  const server = resources.use(await startTestServer({ dataDir: copy }))
  const owned = resources.move()
  return { ...server, [Symbol.asyncDispose]: () => owned.disposeAsync() }
}
