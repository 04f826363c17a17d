import type { LiveRound } from '../live-round.ts'
import type { TestClient } from './test-client.ts'
import { World, type Node, type WorldOptions } from './world.ts'

/** A round with an interviewer, a candidate and an observer at it, all in step. */
export interface Table extends AsyncDisposable {
  readonly world: World
  readonly node: Node
  readonly round: LiveRound
  readonly alice: TestClient
  readonly bob: TestClient
  readonly oscar: TestClient
}

export async function table(options: WorldOptions = {}): Promise<Table> {
  const world = new World(options)
  const node = world.node()
  const round = await node.open()
  const alice = world.client('alice', 'interviewer').connect(round)
  const bob = world.client('bob', 'candidate').connect(round)
  const oscar = world.client('oscar', 'observer').connect(round)
  await world.rest()
  return { world, node, round, alice, bob, oscar, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}
