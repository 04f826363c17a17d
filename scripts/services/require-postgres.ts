import { findServicePrograms } from '../provide/services.ts'
import { startPostgres } from './postgres.ts'

/** Before the `.pg.test.ts` files: uses the server `TEST_DATABASE_URL` names, or starts one for this run. */
export async function setup(): Promise<(() => PromiseLike<void>) | undefined> {
  if (process.env['TEST_DATABASE_URL']) return undefined
  const { postgres } = findServicePrograms()
  if (postgres === null)
    throw new Error('install PostgreSQL, or set TEST_DATABASE_URL, to run the .pg. tests')
  const service = await startPostgres(postgres)
  process.env['TEST_DATABASE_URL'] = service.url
  return () => service[Symbol.asyncDispose]()
}
