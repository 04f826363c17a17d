import type { ServicePrograms } from '../provide/services.ts'
import { startPostgres } from './postgres.ts'
import { startRedis } from './redis.ts'
import type { Service } from './service.ts'

export interface Services extends AsyncDisposable {
  databaseUrl: string | null
  redisUrl: string | null
}

export interface StartOptions {
  programs: ServicePrograms
  print(line: string): void
}

/** Starts what there is a program for. One that is missing or does not start is said aloud and left out. */
export async function startServices({ programs, print }: StartOptions): Promise<Services> {
  await using resources = new AsyncDisposableStack()
  async function start(name: string, program: string | null, begin: (program: string) => Promise<Service>) {
    if (program === null) {
      print(`${name}: none, and it cannot be installed from here; its tests are skipped`)
      return null
    }
    try {
      const { url } = resources.use(await begin(program))
      print(`${name}: ${url}, from ${program}`)
      return url
    } catch (error) {
      print(
        `${name}: does not start; its tests are skipped. ${error instanceof Error ? error.message : String(error)}`,
      )
      return null
    }
  }
  const databaseUrl = await start('PostgreSQL', programs.postgres, startPostgres)
  const redisUrl = await start('Redis', programs.redis, startRedis)
  const owned = resources.move()
  return { databaseUrl, redisUrl, [Symbol.asyncDispose]: () => owned.disposeAsync() }
}
