import type { FacetKey } from '@drawbar/shared/board/facet-key.ts'
import { differingFacets, recordToFacets } from '@drawbar/shared/board/facets.ts'
import { recordsOf } from '@drawbar/shared/board/layout.ts'
import type { TLRecord } from 'tldraw'
import * as Y from 'yjs'

/**
 * Who wrote each part of each record last, this page or somebody else, as far as somebody else ever did. Undo asks:
 * it may take back only what is this page's own.
 */
export class WriterLedger {
  /** Facets a peer has written, and whether the peer was also the last to write them. */
  readonly #peerFacets = new Map<string, Map<string, 'peer' | 'me'>>()
  readonly #removedByPeer = new Set<string>()

  /** A peer's transaction, as seen by an `observeDeep` on the records map. */
  peerWrote(events: readonly Y.YEvent<Y.AbstractType<unknown>>[], doc: Y.Doc): void {
    const records = recordsOf(doc)
    for (const event of events) {
      if (event.target === records) {
        for (const [id, { action }] of event.keys) {
          if (action === 'delete') this.#peerRemoved(id)
          else this.#peerPut(id, records.get(id))
        }
        continue
      }
      const [id, facet] = event.path
      if (typeof id !== 'string') continue
      if (typeof facet === 'string') this.#peerFacet(id, facet)
      else for (const key of event.keys.keys()) this.#peerFacet(id, key)
    }
  }

  /** This page wrote a record that was `before`. */
  iWrote(before: TLRecord | undefined, after: TLRecord): void {
    this.#removedByPeer.delete(after.id)
    const facets = this.#peerFacets.get(after.id)
    if (!facets) return
    for (const key of changedFacets(before, after)) if (facets.has(key)) facets.set(key, 'me')
  }

  iRemoved(id: string): void {
    this.#peerFacets.delete(id)
  }

  /** Whether a peer was the last to write this part of a record. */
  isPeers(id: string, facet: FacetKey): boolean {
    return this.#peerFacets.get(id)?.get(facet) === 'peer'
  }

  /** Whether a peer has ever written this part of a record. */
  isShared(id: string, facet: FacetKey): boolean {
    return this.#peerFacets.get(id)?.has(facet) ?? false
  }

  /** Whether anything of a record is a peer's. */
  hasPeersWork(id: string): boolean {
    const facets = this.#peerFacets.get(id)
    return facets !== undefined && [...facets.values()].includes('peer')
  }

  wasRemovedByPeer(id: string): boolean {
    return this.#removedByPeer.has(id)
  }

  #peerRemoved(id: string): void {
    this.#removedByPeer.add(id)
    this.#peerFacets.delete(id)
  }

  #peerPut(id: string, map: unknown): void {
    this.#removedByPeer.delete(id)
    if (map instanceof Y.Map) for (const key of map.keys()) this.#peerFacet(id, key)
  }

  #peerFacet(id: string, facet: string): void {
    const facets = this.#peerFacets.get(id)
    if (facets) facets.set(facet, 'peer')
    else this.#peerFacets.set(id, new Map([[facet, 'peer']]))
  }
}

/** The parts of a record that differ between two states of it. */
export function changedFacets(before: TLRecord | undefined, after: TLRecord): FacetKey[] {
  return differingFacets(before === undefined ? {} : recordToFacets(before), recordToFacets(after))
}
