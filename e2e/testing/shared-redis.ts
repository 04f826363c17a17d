import { findServicePrograms } from '../../scripts/provide/services.ts'
import { startRedis } from '../../scripts/services/redis.ts'

export interface SharedRedis extends AsyncDisposable {
  readonly hostname: string
  readonly port: number
}

/** The Redis that `TEST_REDIS_URL` names, or one for this test. */
export async function startSharedRedis(): Promise<SharedRedis> {
  const named = process.env['TEST_REDIS_URL']
  if (named !== undefined && named !== '') return { ...placeOf(named), async [Symbol.asyncDispose]() {} }
  const { redis } = findServicePrograms()
  if (redis === null) throw new Error('install redis-server, or set TEST_REDIS_URL, to run this test')
  const service = await startRedis(redis)
  return { ...placeOf(service.url), [Symbol.asyncDispose]: () => service[Symbol.asyncDispose]() }
}

function placeOf(url: string): { hostname: string; port: number } {
  const { hostname, port } = new URL(url)
  return { hostname, port: Number(port || 6379) }
}
