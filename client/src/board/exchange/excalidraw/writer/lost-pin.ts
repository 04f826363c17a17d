import type { TLShape } from 'tldraw'
import type { Tally } from '../../tally.ts'

/** Tells of a result that is pinned to a shape: every page works it out from a worksheet, and a file cannot. */
export function tellLostPin({ meta }: Pick<TLShape, 'meta'>, tally: Tally): void {
  if (meta.pin !== undefined) tally.add('pinned result')
}
