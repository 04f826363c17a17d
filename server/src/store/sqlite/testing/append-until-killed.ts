import { writeSync } from 'node:fs'
import { boardEntry, makeRoom } from '../../testing/sample-room.ts'
import { openSqliteStore } from '../sqlite-store.ts'

/**
 * Run as `node append-until-killed.ts <data folder> <room id>`: makes a room and appends to its round without end, one
 * entry after the other and, every third time, five at once. Prints the last `seq` of each append, on a line of its
 * own, as soon as the store has taken it.
 */
const [dir, roomId] = process.argv.slice(2)
if (dir === undefined || roomId === undefined) throw new Error('which folder, and which room?')

const store = await openSqliteStore({ dir })
const roundId = await makeRoom(store, roomId)
for (let turn = 0; ; turn += 1) {
  const size = turn % 3 === 0 ? 5 : 1
  const entries = Array.from({ length: size }, () => boardEntry(turn % 256, 1, 2, 3))
  const [result] = await store.log.append([{ roundId, entries }])
  if (result?.kind !== 'appended') throw new Error(`not appended: ${result?.kind}`)
  writeSync(1, `${result.lastSeq}\n`)
  // A snapshot now and then, so that the process also dies in the middle of one.
  if (turn % 10 === 9)
    await store.log.putSnapshot(roundId, { seq: result.lastSeq, state: new Uint8Array(20_000) })
}
