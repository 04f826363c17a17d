import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientFiles } from './client-files.ts'
import { listen, type Listening } from './listen.ts'

const SCRIPT = 'console.log("board")\n'.repeat(200)
let folder: string
let built: Listening
let empty: Listening

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawbar-client-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Drawbar</title>')
  await writeFile(join(folder, 'assets', 'board-C3xYz_9q.js'), SCRIPT)
  await writeFile(join(folder, 'assets', 'ink-AbCdEf12.png'), new Uint8Array(64))
  built = await serveClient(folder)
  empty = await serveClient(join(folder, 'nowhere'))
})

afterAll(async () => {
  await Promise.all([built.close(), empty.close()])
  await rm(folder, { recursive: true })
})

async function serveClient(from: string): Promise<Listening> {
  const app = express().use(await clientFiles(from))
  return listen({ port: 0, host: '127.0.0.1', request: app, upgrade: (_request, socket) => socket.destroy() })
}

function get(from: Listening, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${from.port}${path}`, { headers })
}

describe('clientFiles', () => {
  test('serves a file with a hash in its name for ever, and compressed', async () => {
    const response = await get(built, '/assets/board-C3xYz_9q.js', { 'accept-encoding': 'br' })
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toMatch(/javascript/)
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(response.headers.get('vary')).toBe('Accept-Encoding')
    expect(Number(response.headers.get('content-length'))).toBeLessThan(SCRIPT.length / 4)
    expect(await response.text()).toBe(SCRIPT)
  })

  test('serves plain bytes to who takes no encoding', async () => {
    const response = await get(built, '/assets/board-C3xYz_9q.js', { 'accept-encoding': 'identity' })
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(await response.text()).toBe(SCRIPT)
  })

  test('leaves images as they are', async () => {
    const response = await get(built, '/assets/ink-AbCdEf12.png', { 'accept-encoding': 'br, gzip' })
    expect(response.headers.get('content-encoding')).toBeNull()
    expect((await response.arrayBuffer()).byteLength).toBe(64)
  })

  test.each(['/', '/r/abc', '/rounds/abc/record'])(
    'serves the page at %s and has it asked for again',
    async (path) => {
      const response = await get(built, path)
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(await response.text()).toContain('<title>Drawbar</title>')
    },
  )

  test('answers 304 to who has it already', async () => {
    const etag = (await get(built, '/')).headers.get('etag') ?? ''
    // Not fetch: it asks for a fresh copy whenever it is given a condition.
    const again = request({ port: built.port, path: '/', headers: { 'if-none-match': etag } }).end()
    const [answer] = await once(again, 'response')
    expect(answer).toMatchObject({ statusCode: 304 })
  })

  test.each(['/assets/gone-12345678.js', '/favicon.ico', '/%2e%2e/package.json'])(
    'does not answer %s with the page',
    async (path) => {
      expect((await get(built, path)).status).toBe(404)
    },
  )

  test('says what to do where the client is not built', async () => {
    const response = await get(empty, '/')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npx -y pnpm@12 start')
  })
})
