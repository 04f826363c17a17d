import { createServer } from 'node:http'
import { once } from 'node:events'
import { request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { steadyPort } from './steady-port.ts'
import { startTlsFront } from './tls-front.ts'

it('passes on what is asked over https', async () => {
  const plain = createServer((incoming, outgoing) => outgoing.end(`you asked for ${incoming.url}`))
  plain.listen(0, '127.0.0.1')
  await once(plain, 'listening')
  const { port } = plain.address() as AddressInfo
  {
    await using front = await startTlsFront(await steadyPort(), `http://127.0.0.1:${port}`)
    const asked = request(`${front.url}/there`, { rejectUnauthorized: false }).end()
    const [answer] = await once(asked, 'response')
    const chunks: Buffer[] = []
    for await (const chunk of answer) chunks.push(chunk)
    expect(Buffer.concat(chunks).toString()).toBe('you asked for /there')
  }
  plain.close()
  await once(plain, 'close')
})
