/** Words for the same thing counted. */
const SAME: Readonly<Record<string, string>> = {
  req: 'request',
  reqs: 'request',
  msg: 'message',
  msgs: 'message',
  people: 'person',
  op: 'operation',
  ops: 'operation',
}

/** What counts as traffic may be added up: reads and writes are requests. */
const TRAFFIC: ReadonlySet<string> = new Set([
  'request',
  'read',
  'write',
  'query',
  'operation',
  'call',
  'hit',
  'view',
  'event',
  'message',
  'update',
  'change',
])

/** Those who do or hold something: in a product the other thing is what is counted. */
const HOLDERS: ReadonlySet<string> = new Set([
  'user',
  'person',
  'customer',
  'machine',
  'server',
  'node',
  'shard',
  'replica',
  'core',
  'instance',
  'device',
])

/** Written short where there is one. */
const SHORT: Readonly<Record<string, string>> = { request: 'req' }

/** "requests", "req" and "request" are one thing. Null for what cannot be counted: two letters, or no plain word. */
export function countedThing(word: string): string | null {
  const lower = word.toLowerCase()
  const same = Object.hasOwn(SAME, lower) ? SAME[lower] : undefined
  if (same !== undefined) return same
  if (!/^[a-z]{3,24}$/.test(word)) return null
  return singular(word)
}

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

function plural(thing: string): string {
  if (thing === 'person') return 'people'
  if (/[^aeiou]y$/.test(thing)) return `${thing.slice(0, -1)}ies`
  return /(?:x|ch|sh|s)$/.test(thing) ? `${thing}es` : `${thing}s`
}

/** How many of a thing are called, before a rate's slash the short word: "5 users", "20 req/s". */
export function thingsText(thing: string, isRate: boolean): string {
  const short = Object.hasOwn(SHORT, thing) ? SHORT[thing] : undefined
  return isRate && short !== undefined ? short : plural(thing)
}

export function isSameThing(a: string, b: string): boolean {
  return a === b || (TRAFFIC.has(a) && TRAFFIC.has(b))
}

/** What a product of two counts counts: "users * 20 posts" are posts. The later one, where it is as good as the other. */
export function countedInProduct(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return HOLDERS.has(b) && !HOLDERS.has(a) ? a : b
}
