import { asObject } from '@drawbar/shared/board/facet-key.ts'
import { plainText } from '@drawbar/shared/graph/plain-text.ts'
import { strokePoints } from './stroke-points.ts'

/**
 * How far tldraw 4 has gone beyond the version in use here, by sequence of its schema: what is known of each step. All
 * else that is newer stays as it is and is refused.
 */
const KNOWN_STEPS: ReadonlyMap<string, number> = new Map([
  // Repairs orders of shapes; the records look the same.
  ['com.tldraw.store', 5],
  ['com.tldraw.shape.arrow', 8],
  ['com.tldraw.shape.text', 4],
  ['com.tldraw.shape.geo', 11],
  ['com.tldraw.shape.note', 10],
  ['com.tldraw.shape.draw', 4],
  ['com.tldraw.shape.highlight', 3],
])

type Sequences = Readonly<Record<string, unknown>>

export interface FileRecord {
  readonly id: string
  readonly typeName: string
  readonly [field: string]: unknown
}

/**
 * A file of tldraw 4 as tldraw 3 would have written it; any other as it is. A record that is not as it should be stays as
 * it is, too.
 *
 * @param ours the sequences of the schema in use here
 */
export function asOlderFile<File extends { readonly schema: object; readonly records: readonly FileRecord[] }>(
  file: File,
  ours: Sequences,
): File {
  const theirs = asObject(asObject(file.schema).sequences)
  const newer = Object.keys(theirs).filter((name) => {
    const [their, our] = [theirs[name], ours[name]]
    return typeof their === 'number' && typeof our === 'number' && their > our && their <= stepsOf(name)
  })
  if (newer.length === 0) return file
  const sequences = { ...theirs, ...Object.fromEntries(newer.map((name) => [name, ours[name]])) }
  return {
    ...file,
    schema: { ...file.schema, sequences },
    records: file.records.map((record) => {
      const isNewer = record.typeName === 'shape' && newer.includes(`com.tldraw.shape.${String(record.type)}`)
      return isNewer ? { ...record, props: olderProps(record.type, asObject(record.props)) } : record
    }),
  }
}

function stepsOf(name: string): number {
  return KNOWN_STEPS.get(name) ?? 0
}

function olderProps(type: unknown, props: Readonly<Record<string, unknown>>): object {
  switch (type) {
    case 'arrow': {
      // Its label had no looks of its own.
      const { richText, ...others } = props
      return richText === undefined ? props : { ...others, text: plainText(richText) }
    }
    case 'text':
    case 'geo':
    case 'note': {
      const { attrs: _, ...richText } = asObject(props.richText)
      return { ...props, richText }
    }
    case 'draw':
    case 'highlight': {
      const { scaleX, scaleY, segments, ...others } = props
      if (!Array.isArray(segments)) return props
      const factors = { x: factorOf(scaleX), y: factorOf(scaleY) }
      return { ...others, segments: segments.map((segment) => olderSegment(asObject(segment), factors)) }
    }
    default:
      return props
  }
}

function olderSegment(segment: Readonly<Record<string, unknown>>, by: { readonly x: number; readonly y: number }) {
  const { type, ...data } = segment
  const points = strokePoints(data)
  return points === null ? segment : { type, points: points.map(({ x, y, z }) => ({ x: x * by.x, y: y * by.y, z })) }
}

function factorOf(value: unknown): number {
  return typeof value === 'number' ? value : 1
}
