import * as fc from 'fast-check'
import type { TLRecord, TLShapeId } from '@tldraw/tlschema'
import { expect, it } from 'vitest'
import { BOARD_SHAPE_TYPES } from '../board/board-schema.ts'
import { checkRecord } from '../board/check-record.ts'
import { arrow, binding } from '../board/testing/boards.ts'
import { shapesOfType } from '../board/testing/arbitrary-records.ts'
import { describeConnection } from './describe-connection.ts'
import { outlineOf } from './outline.ts'
import { readGraph } from './read-graph.ts'
import { graphJson } from './to-graph-json.ts'
import { graphToMermaid } from './to-mermaid.ts'

/** The outline, the interviewer's panel and the exports read every board there can be: none may stop them. */

const NAMES = ['a', 'b', 'c', 'constructor', '__proto__', 'd']
const shapes = fc.array(
  fc.tuple(fc.constantFrom(...BOARD_SHAPE_TYPES).chain(shapesOfType), fc.nat(5), fc.nat(6)),
  { maxLength: 6 },
)
const ends = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 4 })

const boards = fc.tuple(shapes, ends).map(([made, joined]) => {
  const records = made.map(([record, , parent], i) => {
    // Within each other as long as no circle can come of it.
    const parentId = parent < i ? `shape:${NAMES[parent]}` : 'page:page'
    return { ...record, id: `shape:${NAMES[i]}`, parentId } as unknown as TLRecord
  })
  const arrows = joined.flatMap(([from, to], i) => [
    arrow(`arrow${i}`),
    { ...binding(`arrow${i}-start`, `arrow${i}`, NAMES[from] ?? 'a') },
    binding(`arrow${i}-end`, `arrow${i}`, NAMES[to] ?? 'b'),
  ])
  return [...records, ...arrows].filter((record) => checkRecord(record).ok)
})

const seed = Math.floor(Math.random() * 2 ** 31)

it(`reads any sound records, seed ${seed}`, () => {
  fc.assert(
    fc.property(boards, (records) => {
      const graph = readGraph(records, 'page:page')
      for (const line of outlineOf(graph)) expect(line.text).toBeTypeOf('string')
      for (const connection of graph.connections) describeConnection(graph, connection)
      for (const { id } of graph.components) expect(id as TLShapeId).toMatch(/^shape:/)
      graphToMermaid(graph)
      JSON.stringify(graphJson(graph))
    }),
    { seed, numRuns: 500 },
  )
})
