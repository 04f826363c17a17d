import { arrow, binding, box, frame, page, stroke, withText } from '@drawbar/shared/board/testing/boards.ts'
import type { CardShape } from '@drawbar/shared/board/shapes/card-shape.ts'
import type { ComponentShape } from '@drawbar/shared/board/shapes/component-shape.ts'
import { PARENT_SHAPE_TYPES } from '@drawbar/shared/board/shapes/own-shapes.ts'
import { withCell, type Rows } from '@drawbar/shared/board/shapes/rows.ts'
import { card, component, rowsOf, zone } from '@drawbar/shared/board/testing/own-shapes.ts'
import { getIndices, type TLDrawShape, type TLGeoShape, type TLRecord, type TLShape } from 'tldraw'
import type { Peer } from './peer.ts'
import type { Random } from './random.ts'

const INDICES = getIndices(40)

/** One thing a person might do on a board, at random. Says what it was. */
export function scribble(peer: Peer, random: Random): string {
  const shapes = recordsOfType(peer, 'shape')
  const some = random.pick(shapes)
  const other = random.pick(shapes)
  const frames = shapes.filter(({ type }) => type === 'frame' || type === 'zone')
  const inner = random.pick(frames)
  switch (random.below(18)) {
    case 0:
    case 1:
      return put(peer, create(random))
    case 2:
    case 3:
      return some ? put(peer, { ...some, x: random.below(900), y: random.below(900) }) : 'nothing'
    case 4:
      return isGeo(some) ? put(peer, labelled(some, random)) : 'nothing'
    case 5:
      return isGeo(some) ? put(peer, recoloured(some, random)) : 'nothing'
    case 6:
      return some && other && PARENT_SHAPE_TYPES.has(other.type) ? reparent(peer, some, other.id) : 'nothing'
    case 7:
      return some ? reparent(peer, some, random.pick(recordsOfType(peer, 'page'))?.id) : 'nothing'
    case 8:
      return some && other ? bind(peer, some, other) : 'nothing'
    case 9:
      return isDraw(some) ? put(peer, longer(some)) : 'nothing'
    case 10:
      return some ? remove(peer, some, random) : 'nothing'
    case 11:
      return changePages(peer, random)
    case 12:
    case 13:
      return inner ? reparent(peer, inner, random.pick(frames)?.id) : 'nothing'
    case 14:
    case 15: {
      const written = random.pick(shapes.filter(isCard))
      return written ? put(peer, withOtherRows(written, random)) : 'nothing'
    }
    case 16: {
      const set = random.pick(shapes.filter(isComponent))
      return set ? put(peer, withOtherProps(set, random)) : 'nothing'
    }
    default:
      peer.binding.flush()
      return 'flush'
  }
}

function recordsOfType<Type extends TLRecord['typeName']>(peer: Peer, type: Type) {
  return peer.store
    .allRecords()
    .filter((record): record is Extract<TLRecord, { typeName: Type }> => record.typeName === type)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function put({ store }: Peer, record: TLRecord): string {
  store.put([record])
  return `put ${record.id}`
}

function create(random: Random): TLShape {
  const name = `n${random.below(1_000)}`
  const common = { x: random.below(900), index: random.pick(INDICES) }
  switch (random.below(8)) {
    case 0:
      return frame(name, common)
    case 3:
      return component(name, { kind: 'cache' }, common)
    case 4:
      return zone(name, {}, common)
    case 5:
    case 6:
      return card(name, { rows: rowsOf({ r1: { path: '/' } }) }, common)
    case 1:
      return arrow(name, common)
    case 2:
      return stroke(name, 3, common)
    default:
      return box(name, common)
  }
}

function isGeo(shape: TLShape | undefined): shape is TLGeoShape {
  return shape?.type === 'geo'
}

function isDraw(shape: TLShape | undefined): shape is TLDrawShape {
  return shape?.type === 'draw'
}

function isCard(shape: TLShape): shape is CardShape {
  return shape.type === 'card'
}

function isComponent(shape: TLShape): shape is ComponentShape {
  return shape.type === 'component'
}

/** A row more, a row less, or another text in a cell; an empty one takes the cell away. */
function withOtherRows(shape: CardShape, random: Random): TLShape {
  const { rows } = shape.props
  const id = `r${1 + random.below(4)}`
  const row = rows[id]
  const { [id]: _gone, ...others } = rows
  const column = random.chance(0.5) ? 'path' : 'method'
  const text = random.chance(0.2) ? '' : `t${random.below(99)}`
  const next: Rows = !row
    ? { ...rows, ...rowsOf({ [id]: { [column]: text || 'new' } }) }
    : random.chance(0.3)
      ? others
      : { ...rows, [id]: withCell(row, column, text) }
  return { ...shape, props: { ...shape.props, rows: next } }
}

/** One prop or two, now and then what they are by default. */
function withOtherProps(shape: ComponentShape, random: Random): TLShape {
  const replicas = 1 + random.below(3)
  const technology = random.chance(0.4) ? '' : `T${random.below(9)}`
  const changes = [{ replicas }, { technology }, { replicas, technology }, { failed: !shape.props.failed }]
  return { ...shape, props: { ...shape.props, ...random.pick(changes) } }
}

function labelled(shape: TLGeoShape, random: Random): TLShape {
  return { ...shape, props: { ...shape.props, richText: withText(`label ${random.below(99)}`) } }
}

function recoloured(shape: TLGeoShape, random: Random): TLShape {
  return { ...shape, props: { ...shape.props, color: random.chance(0.5) ? 'red' : 'blue' } }
}

/** tldraw lets nobody put a frame into itself; into what another page has put into it, it cannot know. */
function reparent(peer: Peer, shape: TLShape, parentId: string | undefined): string {
  for (let at: string | undefined = parentId; at !== undefined; at = parentOf(peer, at)) {
    if (at === shape.id) return 'nothing'
  }
  return parentId === undefined
    ? 'nothing'
    : put(peer, { ...shape, parentId: parentId as TLShape['parentId'] })
}

function parentOf({ store }: Peer, id: string): string | undefined {
  const record = store.get(id as TLRecord['id'])
  return record?.typeName === 'shape' ? record.parentId : undefined
}

function bind(peer: Peer, from: TLShape, to: TLShape): string {
  if (from.type !== 'arrow' || to.type === 'arrow' || to.type === 'group') return 'nothing'
  const name = (id: string) => id.slice('shape:'.length)
  return put(peer, binding(`${name(from.id)}-end`, name(from.id), name(to.id)))
}

function longer(shape: TLDrawShape): TLShape {
  const points = shape.props.segments[0]?.points.length ?? 0
  return { ...shape, props: { ...shape.props, segments: stroke('longer', points + 5).props.segments } }
}

/** As tldraw's editor deletes: with what is inside and what is bound. Sometimes only the shape, as a broken page would. */
function remove(peer: Peer, shape: TLShape, random: Random): string {
  const ids = new Set<TLRecord['id']>([shape.id])
  if (random.chance(0.8)) {
    let size = 0
    while (ids.size > size) {
      size = ids.size
      for (const { id, parentId } of recordsOfType(peer, 'shape')) if (ids.has(parentId)) ids.add(id)
    }
    for (const { id, fromId, toId } of recordsOfType(peer, 'binding')) {
      if (ids.has(fromId) || ids.has(toId)) ids.add(id)
    }
  }
  peer.store.remove([...ids])
  return `remove ${[...ids].join(' ')}`
}

function changePages(peer: Peer, random: Random): string {
  const pages = recordsOfType(peer, 'page')
  if (pages.length < 4 && random.chance(0.5)) {
    return put(peer, page(`p${random.below(20)}`, random.pick(INDICES) ?? 'a1'))
  }
  const last = pages.at(-1)
  if (!last || pages.length < 2) return 'nothing'
  peer.store.remove([last.id])
  return `remove ${last.id}`
}
