import { randomUUID } from 'node:crypto'
import { Client } from 'pg'

/** A new database on the server at `url`, removed with whatever is still connected to it. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string
  execute(sql: string): Promise<void>
}

export async function createTestDatabase(url: string): Promise<TestDatabase> {
  const name = `drawbar_test_${randomUUID().replaceAll('-', '')}`
  const server = await connected(url)
  await server.query(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const client = await connected(own.href)
  return {
    url: own.href,
    async execute(sql) {
      await client.query(sql)
    },
    async [Symbol.asyncDispose]() {
      await client.end()
      await server.query(`drop database ${name} with (force)`)
      await server.end()
    },
  }
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
}
