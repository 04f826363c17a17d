import { execFile } from 'node:child_process'
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './free-port.ts'
import type { Service } from './service.ts'
import { startProgram } from './start-program.ts'

const execute = promisify(execFile)

/** PostgreSQL refuses to run as root; as root we run it as one of these. */
const UNPRIVILEGED = ['postgres', 'nobody']

/**
 * A fresh PostgreSQL cluster on a free port of the loopback interface, with fsync on as in earnest. `programs` is the
 * folder of `initdb` and `postgres`.
 */
export async function startPostgres(programs: string): Promise<Service> {
  await using resources = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'drawbar-postgres-'))
  resources.defer(() => rm(folder, { recursive: true, force: true }))
  const owner = process.getuid?.() === 0 ? await unprivilegedUser() : {}
  if (owner.uid !== undefined && owner.gid !== undefined) await chown(folder, owner.uid, owner.gid)

  const data = join(folder, 'data')
  const setup = [
    '--pgdata',
    data,
    '--username',
    'drawbar',
    '--auth',
    'trust',
    '--encoding',
    'UTF8',
    '--locale',
    'C',
  ]
  await execute(join(programs, 'initdb'), [...setup, '--no-sync'], { cwd: folder, ...owner })
  const port = await freePort()
  resources.use(
    await startProgram({
      command: join(programs, 'postgres'),
      args: ['-D', data, '-h', '127.0.0.1', '-p', `${port}`, '-k', folder, '-c', 'fsync=on'],
      cwd: folder,
      ...owner,
      readyLine: 'database system is ready to accept connections',
      stopSignal: 'SIGINT',
    }),
  )
  const owned = resources.move()
  return {
    url: `postgres://drawbar@127.0.0.1:${port}/postgres`,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}

interface Owner {
  uid?: number
  gid?: number
}

async function unprivilegedUser(): Promise<Owner> {
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const wanted of UNPRIVILEGED) {
    const [, , uid, gid] = users.find(([name]) => name === wanted) ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error(
    `PostgreSQL does not run as root, and there is no user ${UNPRIVILEGED.join(' or ')} to run it as`,
  )
}
