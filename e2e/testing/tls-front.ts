import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { createServer } from 'node:tls'
import { selfSigned } from './self-signed.ts'

/** An https address in front of an http server, as a reverse proxy gives it one. */
export interface TlsFront extends AsyncDisposable {
  readonly url: string
}

export async function startTlsFront(port: number, target: string): Promise<TlsFront> {
  const { hostname, port: targetPort } = new URL(target)
  const open = new Set<Socket>()
  const server = createServer(selfSigned(), (near) => {
    const far = connect({ host: hostname, port: Number(targetPort) })
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
      from.pipe(to)
    }
  })
  const listening = once(server, 'listening')
  server.listen(port, '127.0.0.1')
  await listening
  return {
    url: `https://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}
