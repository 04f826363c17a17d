import * as Y from 'yjs'
import type { TLRecord } from '@tldraw/tlschema'
import { checkRecord } from '../check-record.ts'
import { facetsToRecord } from '../facets.ts'
import { recordsOf } from '../layout.ts'
import { facetsOf } from '../record-map.ts'

const HOLDS_OTHERS: ReadonlySet<string> = new Set(['frame', 'group', 'zone'])

/**
 * Everything that is wrong with a board, told without the repair's own code, so that tests can hold one against the
 * other. Bindings to missing shapes are left out when `dangling` is `'allowed'`.
 */
export function faultsOf(doc: Y.Doc, dangling: 'allowed' | 'refused' = 'refused'): string[] {
  const faults: string[] = []
  const records = new Map<string, TLRecord>()
  for (const [id, map] of recordsOf(doc)) {
    const record = map instanceof Y.Map ? facetsToRecord(id, facetsOf(map)) : undefined
    if (record === undefined) faults.push(`${id} cannot be read`)
    else records.set(id, record)
  }
  if (!records.has('document:document')) faults.push('no document')
  if (![...records.values()].some(({ typeName }) => typeName === 'page')) faults.push('no page')

  const terminals = new Set<string>()
  for (const record of records.values()) {
    const checked = checkRecord(record)
    if (!checked.ok) faults.push(`${record.id} is invalid: ${checked.reason}`)
    if (record.typeName === 'shape' && !reachesPage(record.parentId, records))
      faults.push(`${record.id} is on no page`)
    if (record.typeName !== 'binding') continue
    const from = records.get(record.fromId)
    const to = records.get(record.toId)
    if (from?.typeName !== 'shape' || from.type !== 'arrow') faults.push(`${record.id} has no arrow`)
    if (to === undefined && dangling === 'refused') faults.push(`${record.id} dangles`)
    if (to?.typeName === 'shape' && (to.type === 'arrow' || to.type === 'group'))
      faults.push(`${record.id} binds wrongly`)
    const terminal = `${record.fromId} ${'terminal' in record.props ? record.props.terminal : ''}`
    if (terminals.has(terminal)) faults.push(`${terminal} has two bindings`)
    terminals.add(terminal)
  }
  return faults
}

function reachesPage(parentId: string, records: ReadonlyMap<string, TLRecord>): boolean {
  let at = records.get(parentId)
  for (let steps = 0; steps <= records.size && at !== undefined; steps++) {
    if (at.typeName === 'page') return true
    if (at.typeName !== 'shape' || !HOLDS_OTHERS.has(at.type)) return false
    at = records.get(at.parentId)
  }
  return false
}
