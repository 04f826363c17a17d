import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A way to a service that a test can break. */
export interface TcpProxy extends AsyncDisposable {
  readonly port: number
  /** Hangs up on everyone and takes no more connections until {@link TcpProxy.restore}. */
  cut(): void
  /** Keeps every connection, and answers nothing: the service has its say held back. */
  mute(): void
  /** Everything that was held back is let through. */
  restore(): void
  readonly connections: number
}

export async function startTcpProxy(target: {
  readonly host: string
  readonly port: number
}): Promise<TcpProxy> {
  const pairs = new Map<Socket, Socket>()
  let state: 'open' | 'cut' | 'muted' = 'open'

  const server = createServer((near) => {
    if (state === 'cut') {
      near.destroy()
      return
    }
    const far = connect(target)
    pairs.set(near, far)
    near.pipe(far)
    far.pipe(near)
    if (state === 'muted') far.unpipe(near).pause()
    function end(): void {
      pairs.delete(near)
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) socket.on('error', end).on('close', end)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP port was given')

  function hangUp(): void {
    for (const near of pairs.keys()) near.destroy()
  }

  return {
    port: address.port,
    get connections() {
      return pairs.size
    },
    cut() {
      state = 'cut'
      hangUp()
    },
    mute() {
      state = 'muted'
      for (const [near, far] of pairs) far.unpipe(near).pause()
    },
    restore() {
      state = 'open'
      for (const [near, far] of pairs) far.pipe(near)
    },
    async [Symbol.asyncDispose]() {
      hangUp()
      server.close()
      await once(server, 'close')
    },
  }
}
