import { arrow, binding, box, frame, page, stroke, withText } from '@drawbar/shared/board/testing/boards.ts'
import { getIndices, type TLDrawShape, type TLGeoShape, type TLRecord, type TLShape } from 'tldraw'
import type { Peer } from './peer.ts'
import type { Random } from './random.ts'

const INDICES = getIndices(40)

/** One thing a person might do on a board, at random. Says what it was. */
export function scribble(peer: Peer, random: Random): string {
  const shapes = recordsOfType(peer, 'shape')
  const some = random.pick(shapes)
  const other = random.pick(shapes)
  const frames = shapes.filter(({ type }) => type === 'frame')
  const inner = random.pick(frames)
  switch (random.below(15)) {
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
      return some && other?.type === 'frame' ? reparent(peer, some, other.id) : 'nothing'
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
  switch (random.below(4)) {
    case 0:
      return frame(name, common)
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
