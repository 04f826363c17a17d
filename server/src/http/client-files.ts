import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, RequestHandler, Response } from 'express'

/** One file of the built client, each encoding made once, when it is first asked for. */
interface ClientFile {
  readonly path: string
  readonly bytes: Buffer
  readonly etag: string
  encoded(encoding: Encoding): Promise<Buffer>
}

type Encoding = 'br' | 'gzip'

const ENCODERS: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (bytes) => promisify(gzip)(bytes),
}

const TEXT = /\.(?:html|js|css|json|svg|webmanifest|txt|map|wasm)$/
/** Vite puts a hash of the content into the names of what it writes to `assets/`. */
const HASHED = /^assets\/.+-[\w-]{8,}\.\w+$/

/**
 * Serves the client as it was built when the server started, from memory. Names with a hash are kept for ever by
 * browsers, the page itself is asked for each time; an address that names no file is a page of the client.
 */
export async function clientFiles(folder: string): Promise<RequestHandler> {
  const files = await readFiles(folder)
  const page = files.get('index.html')
  return async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next()
      return
    }
    const path = request.path.slice(1)
    const file = files.get(path) ?? (isPage(path) ? page : undefined)
    if (file) await send(request, response, file)
    else if (page) response.status(404).type('text').send('There is no such file.\n')
    else response.status(503).type('html').send(NOT_BUILT)
  }
}

/** Addresses of the client have no dot in their last part; the files it is made of do. */
function isPage(path: string): boolean {
  return !path.slice(path.lastIndexOf('/') + 1).includes('.')
}

async function send(request: Request, response: Response, file: ClientFile): Promise<void> {
  response.type(file.path.slice(file.path.lastIndexOf('.') + 1))
  response.set('Cache-Control', HASHED.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.set('ETag', file.etag)
  if (request.fresh) {
    response.status(304).end()
    return
  }
  if (!TEXT.test(file.path)) {
    response.send(file.bytes)
    return
  }
  response.vary('Accept-Encoding')
  const encoding = request.acceptsEncodings('br', 'gzip')
  if (encoding === 'br' || encoding === 'gzip') {
    response.set('Content-Encoding', encoding)
    response.send(await file.encoded(encoding))
    return
  }
  response.send(file.bytes)
}

async function readFiles(folder: string): Promise<Map<string, ClientFile>> {
  const files = new Map<string, ClientFile>()
  for (const path of await listFiles(folder)) {
    files.set(path.split(sep).join('/'), clientFile(path, await readFile(join(folder, path))))
  }
  return files
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return []
    throw error
  }
}

function clientFile(path: string, bytes: Buffer): ClientFile {
  const made = new Map<Encoding, Promise<Buffer>>()
  return {
    path,
    bytes,
    // Weak: the encodings of a file share it.
    etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    encoded(encoding) {
      const known = made.get(encoding)
      if (known) return known
      const encoded = ENCODERS[encoding](bytes)
      made.set(encoding, encoded)
      return encoded
    },
  }
}

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Drawbar: not built yet</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:36em;margin:15vh auto;padding:0 1em}</style>
<h1>The server runs, its pages are not built yet</h1>
<p>Stop it, run <code>npx -y pnpm@12 start</code> in the folder you cloned, and open this address again.
While working on the code, <code>npx -y pnpm@12 dev</code> builds as you save.</p>
</html>
`
