import type { BoardGraph, GraphCard, GraphConnection } from './board-graph.ts'
import { describeConnection, oneLine } from './describe-connection.ts'
import { cardHead, componentText, zoneText } from './outline.ts'

/**
 * What has become of a page, in a few words for each change. That something has been moved says nothing; nor does a card
 * whose rows are being written, but that they have changed.
 */
export function outlineChanges(before: BoardGraph, after: BoardGraph): readonly string[] {
  return [
    ...changesOf(before.zones, after.zones, ({ label }) => label, zoneText),
    ...changesOf(before.components, after.components, ({ label }) => label, componentText),
    ...connectionChanges(before, after),
    ...changesOf(before.cards, after.cards, ({ title }) => title, cardHead),
    ...cardsWritten(before.cards, after.cards),
  ]
}

interface Named {
  readonly id: string
}

function changesOf<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (one: T) => string,
  textOf: (one: T) => string,
): readonly string[] {
  const old = byId(before)
  const now = byId(after)
  return [
    ...after.filter(({ id }) => !old.has(id)).map((one) => `New: ${textOf(one)}`),
    ...after.flatMap((one) => {
      const was = old.get(one.id)
      if (was === undefined || textOf(was) === textOf(one)) return []
      const [name, called] = [oneLine(nameOf(was)), oneLine(nameOf(one))]
      if (name === called) return [`Changed: ${textOf(one)}`]
      return [`${name || textOf(was)} is now called ${called || textOf(one)}`]
    }),
    ...before.filter(({ id }) => !now.has(id)).map((one) => `Gone: ${textOf(one)}`),
  ]
}

function connectionChanges(before: BoardGraph, after: BoardGraph): readonly string[] {
  const old = byId(before.connections)
  const now = byId(after.connections)
  return [
    ...after.connections.flatMap((one) => {
      const was = old.get(one.id)
      if (was === undefined) return [`Connected: ${describeConnection(after, one)}`]
      // What a component at its end is called now has been said of that.
      return isAlike(was, one) ? [] : [`Changed: ${describeConnection(after, one)}`]
    }),
    // An arrow that has gone with what it led to has been told by that.
    ...before.connections
      .filter(({ id }) => !now.has(id))
      .filter((one) => endsIn(one, after))
      .map((one) => `Disconnected: ${describeConnection(before, one)}`),
  ]
}

function isAlike(a: GraphConnection, b: GraphConnection): boolean {
  return (
    a.fromId === b.fromId &&
    a.toId === b.toId &&
    a.kind === b.kind &&
    a.direction === b.direction &&
    oneLine(a.label) === oneLine(b.label)
  )
}

function endsIn({ fromId, toId }: GraphConnection, { components }: BoardGraph): boolean {
  const stands = (end: string | null) => end === null || components.some(({ id }) => id === end)
  return stands(fromId) && stands(toId)
}

function cardsWritten(before: readonly GraphCard[], after: readonly GraphCard[]): readonly string[] {
  const old = byId(before)
  return after
    .filter((one) => {
      const was = old.get(one.id)
      return was !== undefined && JSON.stringify(was.rows) !== JSON.stringify(one.rows)
    })
    .map((one) => `Written: ${cardHead(one)}`)
}

function byId<T extends Named>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.id, one]))
}
