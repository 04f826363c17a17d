import { findServicePrograms } from '../provide/services.ts'
import { startRedis } from './redis.ts'

/** Before the `.redis.test.ts` files: uses the server `TEST_REDIS_URL` names, or starts one for this run. */
export async function setup(): Promise<(() => PromiseLike<void>) | undefined> {
  if (process.env['TEST_REDIS_URL']) return undefined
  const { redis } = findServicePrograms()
  if (redis === null) throw new Error('install redis-server, or set TEST_REDIS_URL, to run the .redis. tests')
  const service = await startRedis(redis)
  process.env['TEST_REDIS_URL'] = service.url
  return () => service[Symbol.asyncDispose]()
}
