import type { ConnectorKind } from '@drawbar/shared/board/shapes/connector-meta.ts'
import { hasTrait } from '@drawbar/shared/components/component-kinds.ts'

/**
 * What a new connection most likely stands for: messages go into and come out of a buffer, a store copies to a store of
 * its kind, everything else asks. The person can change it at any time.
 *
 * @param from kind of the component it leaves; null for a plain box
 */
export function likelyConnector(from: string | null, to: string | null): ConnectorKind {
  const isBuffer = (kind: string | null) => kind !== null && hasTrait(kind, 'buffer')
  const isStore = (kind: string | null) => kind !== null && hasTrait(kind, 'store')
  if (isBuffer(from) || isBuffer(to)) return from === 'stream' || to === 'stream' ? 'stream' : 'async'
  if (isStore(from) && from === to) return 'replication'
  return 'request'
}
