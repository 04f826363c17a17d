/**
 * What one repair costs, told as ratios so that it says the same on any machine:
 * `node shared/src/board/testing/integrity.bench.ts`
 */
import * as Y from 'yjs'
import { BoardIndex } from '../board-index.ts'
import { repairBoard } from '../integrity.ts'
import { FIRST_PAGE_ID, recordsOf } from '../layout.ts'
import { touchedIds } from '../read-record.ts'
import { arrow, binding, boardOf, box, copyOf, frame, page, stroke } from './boards.ts'
import { inspectUpdate } from '../update-admission.ts'
import { writeRecord } from '../write-record.ts'

const TICKS = 2_000

function board(shapes: number): Y.Doc {
  const two = page('two', 'a2')
  const records = Array.from({ length: shapes }, (_, i) => {
    const parentId = i % 2 === 0 ? FIRST_PAGE_ID : two.id
    if (i % 10 === 9) return arrow(`n${i}`, { parentId })
    return i % 10 === 5 ? frame(`n${i}`, { parentId }) : box(`n${i}`, { parentId }, `box ${i}`)
  })
  const bindings = records.flatMap((_record, i) =>
    i % 10 === 9 ? [binding(`n${i}`, `n${i}`, `n${i - 1}`)] : [],
  )
  return boardOf(two, ...records, ...bindings, stroke('pen', 600), box('dragged'))
}

/** Mean microseconds of the steps of the server's path for a drag of one shape. */
function drag(doc: Y.Doc, name: 'dragged' | 'pen'): { admit: number; apply: number; repair: number } {
  const server = copyOf(doc)
  const index = new BoardIndex(server)
  repairBoard(server, { touched: 'all', index })
  let touched = new Set<string>()
  recordsOf(server).observeDeep((events) => {
    touched = touchedIds(events, recordsOf(server))
  })
  const client = copyOf(server)
  const updates: Uint8Array[] = []
  client.on('update', (update: Uint8Array) => updates.push(update))
  const start = name === 'pen' ? stroke('pen', 600) : box('dragged')
  let before = start
  for (let i = 1; i <= TICKS; i++) {
    const after = { ...before, x: i * 1.7, y: i * 0.3 }
    writeRecord(client, before, after)
    before = after
  }
  const total = { admit: 0, apply: 0, repair: 0 }
  for (const update of updates) {
    const t0 = performance.now()
    inspectUpdate(update)
    const t1 = performance.now()
    Y.applyUpdate(server, update)
    const t2 = performance.now()
    repairBoard(server, { touched, index, now: 0 })
    const t3 = performance.now()
    total.admit += t1 - t0
    total.apply += t2 - t1
    total.repair += t3 - t2
  }
  const mean = (ms: number) => (ms * 1000) / updates.length
  return { admit: mean(total.admit), apply: mean(total.apply), repair: mean(total.repair) }
}

function sweep(doc: Y.Doc): number {
  const start = performance.now()
  repairBoard(doc, { touched: 'all' })
  return (performance.now() - start) * 1000
}

function print(line: string): void {
  console.info(line)
}

const small = board(20)
const large = board(2_000)
drag(small, 'dragged')
const onSmall = drag(small, 'dragged')
const onLarge = drag(large, 'dragged')
const ofStroke = drag(large, 'pen')
sweep(small)
const whole = sweep(large)

print(
  `drag tick, board of 2,000: admit ${onLarge.admit.toFixed(1)} µs, apply ${onLarge.apply.toFixed(1)} µs, repair ${onLarge.repair.toFixed(1)} µs`,
)
print(`repair of one tick, 2,000 shapes against 20: ${(onLarge.repair / onSmall.repair).toFixed(2)} times`)
print(
  `repair of the whole board against one tick: ${(whole / onLarge.repair).toFixed(0)} times (${(whole / 1000).toFixed(0)} ms)`,
)
print(
  `repair of one tick of a 600-point stroke against a box: ${(ofStroke.repair / onLarge.repair).toFixed(1)} times`,
)
