import * as Y from 'yjs'
import { act, pick, randomOf, type Random } from '@drawbar/shared/board/testing/random-edits.ts'
import type { TestClient } from './test-client.ts'
import { World, type Node } from './world.ts'

export interface StormOptions {
  readonly seed: number
  readonly nodes: number
  readonly steps: number
}

/**
 * Three people draw at one round over lines that break, on a store that is slow and fails, at processes that die and a
 * bus that loses messages. Everything is decided by the seed; `log` tells what happened.
 */
export class Storm implements AsyncDisposable {
  readonly world: World
  readonly clients: TestClient[]
  readonly log: string[] = []
  /** For each client, the clock of its own edits that the server has acknowledged. */
  readonly durable = new Map<TestClient, number>()
  readonly #options: StormOptions
  readonly #random: Random
  readonly #nodes: Node[]
  readonly #marks = new Map<TestClient, Map<number, number>>()
  #commands = 0

  constructor(options: StormOptions) {
    this.#options = options
    this.#random = randomOf(options.seed)
    this.world = new World({ seed: options.seed })
    this.#nodes = Array.from({ length: options.nodes }, () => this.#node())
    this.clients = [
      this.world.client('alice', 'interviewer'),
      this.world.client('bob', 'candidate'),
      this.world.client('carol', 'interviewer'),
    ]
    for (const client of this.clients) this.#marks.set(client, new Map())
  }

  get nodes(): readonly Node[] {
    return this.#nodes
  }

  async run(): Promise<void> {
    const { log } = this.world
    for (const client of this.clients) await this.#connect(client)
    log.obstacle = (call) => (call === 'append' ? this.#weather() : undefined)
    for (let i = 0; i < this.#options.steps; i += 1) {
      this.log.push(`${i}: ${await this.#step()}`)
      this.#noteAcks()
    }
  }

  /** The weather clears and everyone comes back. */
  async calm(): Promise<void> {
    this.world.log.obstacle = () => undefined
    this.world.bus.held = false
    this.world.bus.flush()
    await this.world.rest(2_000)
    for (const client of this.clients) if (!client.connected) await this.#connect(client)
    await this.world.rest(10_000)
    this.#noteAcks()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.world[Symbol.asyncDispose]()
  }

  #node(): Node {
    return this.world.node({ alone: this.#options.nodes === 1 })
  }

  /** An append takes a while, and now and then does not happen. */
  #weather(): Promise<void> {
    const fails = this.#random(8) === 0
    const ms = this.#random(25)
    return new Promise((resolve, reject) => {
      this.world.clock.set(() => (fails ? reject(new Error('weather')) : resolve()), ms)
    })
  }

  async #step(): Promise<string> {
    const client = pick(this.#random, this.clients)
    if (client === undefined) return 'nobody'
    const { name } = client.participant
    switch (this.#random(16)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return `${name}: ${act(client.doc, this.#random)}`
      case 4:
      case 5:
        return `${name} sends ${this.#times(6, () => client.flushUp())}`
      case 6:
      case 7:
        return `${name} receives ${this.#times(8, () => client.flushDown())}`
      case 8:
      case 9:
        await this.world.clock.advance(this.#random(40))
        return 'time passes'
      case 10:
        return this.#mark(client)
      case 11:
        client.awareness({ presence: null })
        return `${name} moves`
      case 12:
        return this.#comeOrGo(client)
      case 13:
        return this.#disturbBus()
      case 14:
        return this.#command(client)
      default:
        return this.#random(8) === 0 ? this.#kill() : 'nothing'
    }
  }

  #times(most: number, run: () => boolean): number {
    const times = 1 + this.#random(most)
    let done = 0
    while (done < times && run()) done += 1
    return done
  }

  #mark(client: TestClient): string {
    if (!client.connected) return 'nothing'
    const clock = Y.getState(client.doc.store, client.doc.clientID)
    const n = client.mark()
    this.#marks.get(client)?.set(n, clock)
    return `${client.participant.name} marks ${n}`
  }

  #noteAcks(): void {
    for (const client of this.clients) {
      const n = client.acks.at(-1)
      const clock = n === undefined ? undefined : this.#marks.get(client)?.get(n)
      if (clock !== undefined) this.durable.set(client, clock)
    }
  }

  async #comeOrGo(client: TestClient): Promise<string> {
    const { name } = client.participant
    if (!client.connected) {
      if (this.#random(2) === 0) return 'nothing'
      return `${name} connects to ${await this.#connect(client)}`
    }
    if (this.#random(3) > 0) return 'nothing'
    client.disconnect()
    return `${name} loses the line`
  }

  async #connect(client: TestClient): Promise<string> {
    const at = this.#random(this.#nodes.length)
    const node = this.#nodes[at]
    if (node === undefined) return 'nowhere'
    const opening = node.rounds.open('round-1')
    await this.world.clock.advance(50)
    const opened = await opening
    if (!opened.ok) return opened.refusal.code
    client.connect(opened.value)
    return `process ${at}`
  }

  #disturbBus(): string {
    const { bus } = this.world
    const what = this.#random(3)
    if (what === 0) {
      bus.held = !bus.held
      if (!bus.held) bus.flush()
      return bus.held ? 'the bus stands' : 'the bus runs'
    }
    if (what === 1) {
      bus.lose()
      return 'the bus loses messages'
    }
    bus.flush()
    return 'the bus delivers'
  }

  async #command(client: TestClient): Promise<string> {
    const round = [...(this.#nodes[0]?.rounds.live ?? [])][0]
    if (round === undefined) return 'nothing'
    this.#commands += 1
    void round.command(client.participant, {
      id: `command-${this.#commands}`,
      type: 'take-note',
      noteId: `note-${this.#commands}-x`,
      text: 'x',
      evidence: null,
    })
    return `${client.participant.name} takes a note`
  }

  /** A process is gone with all it had not committed. */
  async #kill(): Promise<string> {
    const at = this.#random(this.#nodes.length)
    await this.#nodes[at]?.rounds[Symbol.asyncDispose]()
    this.#nodes[at] = this.#node()
    for (const client of this.clients) if (!client.connected) client.disconnect()
    return `process ${at} dies`
  }
}
