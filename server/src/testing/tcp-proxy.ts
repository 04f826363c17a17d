import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A way to a service that a test can break. Nothing that was held back is lost: `restore` lets it through. */
export interface TcpProxy extends AsyncDisposable {
  readonly port: number
  readonly connections: number
  /** Hangs up on everyone, and on everyone who comes until {@link TcpProxy.restore}. */
  cut(): void
  /** Holds back all answers. */
  mute(): void
  /** Holds back all answers once the service has been given bytes that contain `text`. */
  muteAfter(text: string): void
  /** Whether {@link TcpProxy.holdFrom} has found its text. */
  readonly holding: boolean
  /** Holds back what is said from the first bytes that contain `text`. */
  holdFrom(text: string): void
  restore(): void
}

interface Trigger {
  readonly text: string
  readonly effect: 'mute' | 'hold'
}

/** Bytes in one direction. */
interface Way {
  push(chunk: Buffer | string): void
  hold(): void
  release(): void
}

export async function startTcpProxy(target: {
  readonly host: string
  readonly port: number
}): Promise<TcpProxy> {
  const pairs = new Map<Socket, { readonly there: Way; readonly back: Way }>()
  let open = true
  let muted = false
  let holding = false
  let trigger: Trigger | undefined

  const server = createServer((near) => {
    if (!open) {
      near.destroy()
      return
    }
    const far = connect(target)
    const pair = { there: way(far), back: way(near) }
    pairs.set(near, pair)
    if (muted) pair.back.hold()
    near.on('data', (chunk) => {
      const fired = trigger !== undefined && chunk.includes(trigger.text) ? trigger.effect : undefined
      if (fired === 'hold') {
        holding = true
        pair.there.hold()
      }
      if (fired === 'mute') mute()
      pair.there.push(chunk)
    })
    far.on('data', (chunk) => pair.back.push(chunk))
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

  function mute(): void {
    muted = true
    for (const { back } of pairs.values()) back.hold()
  }

  return {
    port: address.port,
    get connections() {
      return pairs.size
    },
    get holding() {
      return holding
    },
    cut() {
      open = false
      hangUp()
    },
    mute,
    muteAfter(text) {
      trigger = { text, effect: 'mute' }
    },
    holdFrom(text) {
      trigger = { text, effect: 'hold' }
    },
    restore() {
      open = true
      muted = false
      holding = false
      trigger = undefined
      for (const { there, back } of pairs.values()) {
        there.release()
        back.release()
      }
    },
    async [Symbol.asyncDispose]() {
      hangUp()
      server.close()
      await once(server, 'close')
    },
  }
}

function way(to: Socket): Way {
  let held: (Buffer | string)[] | undefined
  return {
    push(chunk) {
      if (held) held.push(chunk)
      else to.write(chunk)
    },
    hold() {
      held ??= []
    },
    release() {
      for (const chunk of held ?? []) to.write(chunk)
      held = undefined
    },
  }
}
