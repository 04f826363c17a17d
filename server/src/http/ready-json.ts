import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { RequestHandler } from 'express'

/**
 * Answers every request with the same JSON, written once and compressed when it is first asked for so. Only for what
 * is the same for everybody: compressing what one person may read beside what another one typed tells of both.
 */
export function readyJson(value: unknown): RequestHandler {
  const bytes = Buffer.from(JSON.stringify(value))
  let compressed: Promise<Buffer> | undefined
  return async (request, response) => {
    response.type('json').vary('Accept-Encoding')
    if (request.acceptsEncodings('gzip') === 'gzip') {
      compressed ??= promisify(gzip)(bytes)
      response.set('Content-Encoding', 'gzip').send(await compressed)
    } else {
      response.send(bytes)
    }
  }
}
