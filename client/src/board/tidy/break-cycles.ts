interface Edge {
  readonly fromKey: string
  readonly toKey: string
}

/**
 * Turns the edges that lead back, so that none of a depth-first walk runs in a circle. The walk begins at boxes that
 * nothing leads to, then at those that come first in `order`; so a drawing that is laid out already keeps its way round.
 */
export function breakCycles<E extends Edge>(order: readonly string[], edges: readonly E[]): readonly E[] {
  const place = new Map(order.map((key, at) => [key, at]))
  const placeOf = (key: string) => place.get(key) ?? order.length
  const leaving = Map.groupBy(
    edges.toSorted((a, b) => placeOf(a.toKey) - placeOf(b.toKey)),
    ({ fromKey }) => fromKey,
  )
  const reached = new Set(edges.map(({ toKey }) => toKey))
  const state = new Map<string, 'on the way' | 'done'>()
  const back = new Set<E>()

  for (const root of [...order.filter((key) => !reached.has(key)), ...order]) {
    if (state.has(root)) continue
    const way: { readonly key: string; next: number }[] = [{ key: root, next: 0 }]
    state.set(root, 'on the way')
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const edge = leaving.get(step.key)?.[step.next]
      step.next += 1
      if (edge === undefined) {
        state.set(step.key, 'done')
        way.pop()
      } else if (state.get(edge.toKey) === 'on the way') {
        back.add(edge)
      } else if (!state.has(edge.toKey)) {
        state.set(edge.toKey, 'on the way')
        way.push({ key: edge.toKey, next: 0 })
      }
    }
  }
  return edges.map((edge) => (back.has(edge) ? { ...edge, fromKey: edge.toKey, toKey: edge.fromKey } : edge))
}
