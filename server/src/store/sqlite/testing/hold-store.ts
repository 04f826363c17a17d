import { openSqliteStore } from '../sqlite-store.ts'

/** Run as `node hold-store.ts <data folder>`: opens the store, prints `open` and holds it until it is killed. */
const [dir] = process.argv.slice(2)
if (dir === undefined) throw new Error('which folder?')

await openSqliteStore({ dir })
process.stdout.write('open\n')
// Nothing else keeps the process: the store waits for its caller, not the other way round.
setInterval(() => {}, 60_000)
