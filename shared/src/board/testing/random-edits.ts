import type * as Y from 'yjs'
import type { TLShape } from '@tldraw/tlschema'
import { readAllRecords } from '../read-record.ts'
import { removeRecord, writeRecord } from '../write-record.ts'
import { getIndices } from '@tldraw/utils'
import { CARD, type CardShape } from '../shapes/card-shape.ts'
import { COMPONENT } from '../shapes/component-shape.ts'
import { PARENT_SHAPE_TYPES } from '../shapes/own-shapes.ts'
import { arrow, binding, box, frame, group, page, stroke, withText } from './boards.ts'
import { card, component, zone } from './own-shapes.ts'

const [FIRST_INDEX] = getIndices(1)

/** Few names, so that people keep meeting at the same records. */
const NAMES = Array.from({ length: 14 }, (_, i) => `n${i}`)

export type Random = (below: number) => number

/** Mulberry32: small, fast, and the same everywhere. */
export function randomOf(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

function ours(make: (name: string, props: object, common: object) => TLShape) {
  return (name: string, common: object): TLShape => make(name, {}, common)
}

export function pick<T>(random: Random, items: readonly T[]): T | undefined {
  return items[random(items.length)]
}

/** One thing a person does, as tldraw would write it: whole records, before and after. */
export function act(doc: Y.Doc, random: Random): string {
  const records = readAllRecords(doc)
  const shapes = records.filter((record): record is TLShape => record.typeName === 'shape')
  const parents = records.filter(
    (record) =>
      record.typeName === 'page' || (record.typeName === 'shape' && PARENT_SHAPE_TYPES.has(record.type)),
  )
  const shape = pick(random, shapes)
  const parent = pick(random, parents)
  const name = pick(random, NAMES) ?? 'n0'
  const where = {
    x: random(1_000),
    y: random(1_000),
    parentId: (parent?.id ?? 'page:page') as TLShape['parentId'],
  }
  const step = random(12)
  if (step < 3 || shape === undefined) {
    const make = pick(random, [box, frame, group, arrow, ours(component), ours(zone), ours(card)])
    const made = step === 0 ? stroke(name, 1 + random(5), where) : (make ?? box)(name, where)
    if (records.every(({ id }) => id !== made.id)) writeRecord(doc, undefined, made)
    return `create ${made.type} ${name} in ${where.parentId}`
  }
  if (step < 5) {
    writeRecord(doc, shape, { ...shape, x: random(1_000), y: random(1_000) })
    return `move ${shape.id}`
  }
  if (step < 7) {
    writeRecord(doc, shape, { ...shape, parentId: where.parentId })
    return `reparent ${shape.id} to ${where.parentId}`
  }
  if (step === 7) {
    removeRecord(doc, shape.id)
    return `remove ${shape.id}`
  }
  if (step === 8) {
    const from = pick(
      random,
      shapes.filter(({ type }) => type === 'arrow'),
    )
    if (from === undefined) return 'nothing'
    const made = binding(name, from.id.slice(6), shape.id.slice(6), random(2) === 0 ? 'start' : 'end')
    if (records.every(({ id }) => id !== made.id)) writeRecord(doc, undefined, made)
    return `bind ${from.id} to ${shape.id} as ${made.id}`
  }
  if (step === 9) {
    const made = page(name, `a${1 + random(8)}`)
    const old = records.find(({ id }) => id === made.id)
    if (old === undefined) writeRecord(doc, undefined, made)
    else removeRecord(doc, made.id)
    return `page ${name}`
  }
  if (shape.type === 'geo' && 'richText' in shape.props) {
    writeRecord(doc, shape, {
      ...shape,
      props: { ...shape.props, richText: withText(`label ${random(99)}`) },
    })
    return `label ${shape.id}`
  }
  if (shape.type === 'draw' && 'segments' in shape.props) {
    const points = shape.props.segments[0]?.points.length ?? 0
    const longer = stroke(shape.id.slice(6), points + 1 + random(4)).props.segments
    writeRecord(doc, shape, { ...shape, props: { ...shape.props, segments: longer } })
    return `draw ${shape.id}`
  }
  const type: string = shape.type
  if (type === COMPONENT) {
    const props = random(2) === 0 ? { replicas: 1 + random(3) } : { technology: `T${random(9)}` }
    writeRecord(doc, shape, { ...shape, props: { ...shape.props, ...props } })
    return `set ${Object.keys(props).join()} of ${shape.id}`
  }
  if (type === CARD) {
    const before = shape as CardShape
    writeRecord(doc, shape, {
      ...before,
      props: { ...before.props, rows: otherRows(before, random) },
    })
    return `rows of ${shape.id}`
  }
  return 'nothing'
}

/** A row more, a row less, or another text in a cell. */
function otherRows({ props: { rows } }: CardShape, random: Random): CardShape['props']['rows'] {
  const id = `r${random(4)}`
  const { [id]: row, ...others } = rows
  if (row !== undefined && random(3) === 0) return others
  const index = row?.index ?? FIRST_INDEX
  if (index === undefined) return rows
  const cells = { ...row?.cells, [random(2) === 0 ? 'path' : 'method']: `v${random(9)}` }
  return { ...others, [id]: { id, index, cells } }
}
