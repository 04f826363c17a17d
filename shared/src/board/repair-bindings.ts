import { DANGLING_BINDING_GRACE_MS } from './board-limits.ts'
import type { BindingNode } from './board-index.ts'
import { removeBroken } from './repair-pass.ts'
import type { RepairPass, RepairRule } from './repair-pass.ts'

/** R7–R9: every loose binding leads from an arrow to something it can be bound to, one per end of the arrow. */
export function settleBindings(pass: RepairPass): void {
  const { index, loose } = pass
  for (const id of index.danglingSince.keys()) loose.add(id)
  const ids = [...loose].toSorted()
  loose.clear()
  for (const id of ids) {
    const binding = index.bindings.get(id)
    const fault = binding === undefined ? undefined : faultOf(pass, id, binding)
    if (fault !== undefined) removeBroken(pass, { id, ...fault })
  }
  for (const id of ids) {
    const binding = index.bindings.get(id)
    if (binding !== undefined) keepOnePerTerminal(pass, binding)
  }
}

function faultOf(
  { index, now }: RepairPass,
  id: string,
  { fromId, toId }: BindingNode,
): { rule: RepairRule; reason: string } | undefined {
  const to = index.shapes.get(toId)
  if (index.shapes.get(fromId)?.type !== 'arrow') return { rule: 'R7', reason: 'no-arrow' }
  if (to === undefined) {
    const since = index.danglingSince.get(id) ?? now
    if (now === undefined || since === undefined || now - since >= DANGLING_BINDING_GRACE_MS) {
      return { rule: 'R8', reason: 'dangling' }
    }
    index.danglingSince.set(id, since)
    return undefined
  }
  index.danglingSince.delete(id)
  // tldraw never binds to these, itself included; an arrow's shape depends on what it is bound to, so a circle would never come to rest.
  if (to.type === 'arrow' || to.type === 'group') return { rule: 'R7', reason: 'cannot-be-bound-to' }
  return undefined
}

/** Of several bindings of one end, the one with the smallest id stays; one to a missing shape comes last. */
function keepOnePerTerminal(pass: RepairPass, { fromId, terminal }: BindingNode): void {
  const { index } = pass
  const rivals = [...index.bindingsOf(fromId)].filter((id) => {
    const rival = index.bindings.get(id)
    return rival?.fromId === fromId && rival.terminal === terminal
  })
  if (rivals.length < 2) return
  const [, ...others] = rivals.toSorted((a, b) => {
    const dangling = Number(index.danglingSince.has(a)) - Number(index.danglingSince.has(b))
    return dangling || (a < b ? -1 : 1)
  })
  for (const id of others) removeBroken(pass, { id, rule: 'R9', reason: 'terminal-taken' })
}
