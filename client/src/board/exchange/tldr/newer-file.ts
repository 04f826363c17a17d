import { MAX_RICH_TEXT_DEPTH } from '@drawbar/shared/board/board-limits.ts'
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
export function asOlderFile<
  File extends { readonly schema: object; readonly records: readonly FileRecord[] },
>(file: File, ours: Sequences): File {
  const theirs = asObject(asObject(file.schema).sequences)
  const newer = Object.keys(theirs).filter((name) => {
    const [their, our] = [theirs[name], ours[name]]
    if (typeof their !== 'number' || typeof our !== 'number' || their <= our) return false
    return their <= (KNOWN_STEPS.get(name) ?? 0) || !mayConcern(name, file.records)
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

/** Whether a sequence of the schema says how any of the records looks; that of the store may be about all. */
function mayConcern(name: string, records: readonly FileRecord[]): boolean {
  const [, , typeName, type] = name.split('.')
  if (typeName === 'store') return true
  return records.some((record) => {
    return record.typeName === typeName && (type === undefined || record.type === type)
  })
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
    case 'note':
      return { ...props, richText: withoutDirections(asObject(props.richText), 0) }
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

function olderSegment(
  segment: Readonly<Record<string, unknown>>,
  by: { readonly x: number; readonly y: number },
) {
  const { type, ...data } = segment
  const points = strokePoints(data)
  return points === null
    ? segment
    : { type, points: points.map(({ x, y, z }) => ({ x: x * by.x, y: y * by.y, z })) }
}

function factorOf(value: unknown): number {
  return typeof value === 'number' ? value : 1
}

const WITH_DIRECTION: ReadonlySet<unknown> = new Set(['paragraph', 'heading'])

/** tldraw 4 writes the direction at every node of a text, the version here at lines only. */
function withoutDirections(node: Readonly<Record<string, unknown>>, depth: number): object {
  const { attrs, content, ...others } = node
  const { dir: _, ...otherAttrs } = asObject(attrs)
  const hasAttrs = attrs !== undefined && Object.keys(otherAttrs).length > 0
  return {
    ...others,
    ...(WITH_DIRECTION.has(node.type) && attrs !== undefined
      ? { attrs }
      : hasAttrs
        ? { attrs: otherAttrs }
        : {}),
    ...(Array.isArray(content) && depth <= MAX_RICH_TEXT_DEPTH
      ? { content: content.map((child) => withoutDirections(asObject(child), depth + 1)) }
      : content === undefined
        ? {}
        : { content }),
  }
}
