import type * as Y from 'yjs'
import type { TLBinding, TLRecord, TLShape } from '@tldraw/tlschema'
import type { Facets } from './facet-key.ts'
import { metaOf } from './layout.ts'
import { PAGE_ORIGIN, placeInside } from './page-transform.ts'
import type { Placement } from './page-transform.ts'
import { PARENT_SHAPE_TYPES } from './shapes/own-shapes.ts'

/** Of a shape, what the rules about trees and bindings need. */
export interface ShapeNode extends Placement {
  readonly type: string
  readonly parentId: string
}

/** Of a binding, what the rules about bindings need. */
export interface BindingNode {
  readonly fromId: string
  readonly toId: string
  readonly terminal: string
}

/** The last accepted state of a record. Facet values are the document's own objects, so they cost no copy. */
export interface Accepted {
  readonly facets: Facets
  /** Number of stroke items at that time, for a stroke; the items themselves are not kept. */
  readonly strokeLength: number | undefined
}

/** A `g` facet: x, y and rotation. */
export type Moved = readonly [x: number, y: number, rotation: number]

/** Where a shape was: what its children's coordinates referred to. */
export interface LastPlace {
  readonly pageId: string
  readonly placement: Placement
}

/** Removed parents whose place is remembered for children that arrive late. */
const MAX_GRAVES = 500

/**
 * What `repairBoard` knows of one board between updates, so that a drag costs one record and not the whole board.
 * Only `repairBoard` changes it; it always describes the document as the last repair left it.
 */
export class BoardIndex {
  readonly shapes = new Map<string, ShapeNode>()
  readonly bindings = new Map<string, BindingNode>()
  /** Page id to its order key. */
  readonly pages = new Map<string, string>()
  /** When each binding to a missing shape was first seen, ms. */
  readonly danglingSince = new Map<string, number>()
  /** The document's meta as a server wrote it. */
  #meta: ReadonlyMap<string, unknown>

  readonly #accepted = new Map<string, Accepted>()
  readonly #children = new Map<string, Set<string>>()
  readonly #bindingsOfShape = new Map<string, Set<string>>()
  readonly #graves = new Map<string, LastPlace>()

  /** An index that knows no record yet; the first repair of the document must be one of `'all'`. */
  constructor(doc: Y.Doc) {
    this.#meta = new Map(metaOf(doc).entries())
  }

  get meta(): ReadonlyMap<string, unknown> {
    return this.#meta
  }

  /** Takes over what another server has written to the document's meta: one that has brought the board up to date. */
  acceptMeta(doc: Y.Doc): void {
    this.#meta = new Map(metaOf(doc).entries())
  }

  /** Number of records. */
  get size(): number {
    return this.#accepted.size
  }

  ids(): IterableIterator<string> {
    return this.#accepted.keys()
  }

  has(id: string): boolean {
    return this.#accepted.has(id)
  }

  accepted(id: string): Accepted | undefined {
    return this.#accepted.get(id)
  }

  /** Shapes and only shapes have children; pages are parents too. */
  childrenOf(parentId: string): ReadonlySet<string> {
    return this.#children.get(parentId) ?? NONE
  }

  /** Bindings that start or end at a shape. */
  bindingsOf(shapeId: string): ReadonlySet<string> {
    return this.#bindingsOfShape.get(shapeId) ?? NONE
  }

  parentOf(shapeId: string): string | undefined {
    return this.shapes.get(shapeId)?.parentId
  }

  /** Whether something may be inside it: a page, a frame, a zone or a group that exists. */
  isParent(id: string): boolean {
    const type = this.shapes.get(id)?.type
    return (type !== undefined && PARENT_SHAPE_TYPES.has(type)) || this.pages.has(id)
  }

  /** The page a lost shape goes to: the first by order key, then by id. */
  firstPage(): string | undefined {
    let first: [id: string, order: string] | undefined
    for (const page of this.pages) {
      if (first === undefined || page[1] < first[1] || (page[1] === first[1] && page[0] < first[0]))
        first = page
    }
    return first?.[0]
  }

  /** The place of a shape on its page, or undefined when its parents do not lead to a page. */
  placeOf(id: string): LastPlace | undefined {
    const chain: ShapeNode[] = []
    const seen = new Set<string>()
    let at = id
    for (let node = this.shapes.get(at); node !== undefined; node = this.shapes.get(at)) {
      if (seen.has(at)) return undefined
      seen.add(at)
      chain.push(node)
      at = node.parentId
    }
    if (chain.length === 0 || !this.pages.has(at)) return undefined
    return { pageId: at, placement: chain.reduceRight<Placement>(placeInside, PAGE_ORIGIN) }
  }

  /** The place of a removed shape at the time it went. */
  graveOf(id: string): LastPlace | undefined {
    return this.#graves.get(id)
  }

  put(record: TLRecord, facets: Facets): void {
    this.#unlink(record.id)
    const { s: items, ...others } = facets
    this.#accepted.set(record.id, {
      facets: others,
      strokeLength: Array.isArray(items) ? items.length : undefined,
    })
    if (record.typeName === 'shape') this.#linkShape(record)
    else if (record.typeName === 'binding') this.#linkBinding(record)
    else if (record.typeName === 'page') this.pages.set(record.id, record.index)
  }

  /** Takes over a shape's new `g` facet, all else being as it was. */
  move(id: string, g: Moved): void {
    const shape = this.shapes.get(id)
    const accepted = this.#accepted.get(id)
    if (shape === undefined || accepted === undefined) throw new Error('only a known shape can move')
    const [x, y, rotation] = g
    this.shapes.set(id, { ...shape, x, y, rotation })
    this.#accepted.set(id, { ...accepted, facets: { ...accepted.facets, g } })
  }

  /** Forgets a record; `place` is where its children's coordinates referred to. */
  remove(id: string, place: LastPlace | undefined): void {
    this.#unlink(id)
    this.#accepted.delete(id)
    this.danglingSince.delete(id)
    if (place === undefined) return
    this.#graves.set(id, place)
    if (this.#graves.size > MAX_GRAVES) {
      const [oldest] = this.#graves.keys()
      if (oldest !== undefined) this.#graves.delete(oldest)
    }
  }

  #linkShape({ id, type, parentId, x, y, rotation }: TLShape): void {
    this.shapes.set(id, { type, parentId, x, y, rotation })
    addTo(this.#children, parentId, id)
    this.#graves.delete(id)
  }

  #linkBinding({ id, fromId, toId, props }: TLBinding): void {
    const terminal = 'terminal' in props ? props.terminal : ''
    this.bindings.set(id, { fromId, toId, terminal })
    addTo(this.#bindingsOfShape, fromId, id)
    addTo(this.#bindingsOfShape, toId, id)
  }

  #unlink(id: string): void {
    const shape = this.shapes.get(id)
    if (shape !== undefined) {
      this.shapes.delete(id)
      removeFrom(this.#children, shape.parentId, id)
    }
    const binding = this.bindings.get(id)
    if (binding !== undefined) {
      this.bindings.delete(id)
      removeFrom(this.#bindingsOfShape, binding.fromId, id)
      removeFrom(this.#bindingsOfShape, binding.toId, id)
    }
    this.pages.delete(id)
  }
}

const NONE: ReadonlySet<string> = new Set()

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([value]))
  else set.add(value)
}

function removeFrom(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key)
  if (set?.delete(value) === true && set.size === 0) sets.delete(key)
}
