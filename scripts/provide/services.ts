import { realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { canInstallPackages, installPackages } from './apt.ts'
import { findExecutable, versionFolders } from './find-executable.ts'

/** Where the programs are; null for what this machine neither has nor lets us install. */
export interface ServicePrograms {
  /** The folder with `initdb` and `postgres`. */
  postgres: string | null
  /** The file `redis-server`. */
  redis: string | null
}

export function findServicePrograms(): ServicePrograms {
  return { postgres: findPostgres(), redis: findExecutable(['redis-server']) }
}

/** Finds both, and installs what is missing where that can be done without asking anybody. */
export async function provideServicePrograms(print: (line: string) => void): Promise<ServicePrograms> {
  const found = findServicePrograms()
  const missing = [
    ...(found.postgres === null ? ['postgresql'] : []),
    ...(found.redis === null ? ['redis-server'] : []),
  ]
  if (missing.length === 0 || !canInstallPackages()) return found
  print(`Services: installing ${missing.join(' and ')} with apt-get`)
  const { ok, output } = await installPackages(missing)
  if (!ok) print(output.trim())
  return findServicePrograms()
}

function findPostgres(): string | null {
  const debian = versionFolders('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`)
  const homebrew = ['/opt/homebrew/opt', '/usr/local/opt'].flatMap((parent) =>
    versionFolders(parent)
      .filter((name) => name.startsWith('postgresql'))
      .map((name) => `${parent}/${name}/bin`),
  )
  const initdb = findExecutable(['initdb']) ?? findExecutable(['initdb'], [...debian, ...homebrew])
  return initdb === null ? null : dirname(realpathSync(initdb))
}
