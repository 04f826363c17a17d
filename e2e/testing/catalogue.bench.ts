/**
 * Whether the catalogue stays quick with thousands of questions: the shipped ones against the shipped ones and a pack
 * of copies, in turns of one run, from reading the files to a key in the search box. Needs the built client and a
 * Chromium; run with `CHROMIUM_PATH=… node e2e/testing/catalogue.bench.ts [copies] [turns]`. Copies compress better than
 * as many questions would; the plain kB tell the size.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { BANK_FOLDER } from '@drawbar/question-bank/bank-folder.ts'
import { loadBank } from '@drawbar/question-bank/load-bank.ts'
import { loadPacks } from '@drawbar/question-bank/load-pack.ts'
import type { OfferedQuestion } from '@drawbar/server/questions/shelf.ts'
import { startChildServer } from '@drawbar/server/testing/child-server.ts'
import { startTestServer } from '@drawbar/server/testing/start-test-server.ts'
import { catalogueSchema, type CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { filterQuestions, NO_FILTER } from '../../client/src/catalogue/filter-questions.ts'
import { sortQuestions } from '../../client/src/catalogue/sort-questions.ts'
import playwrightConfig from '../../playwright.config.ts'
import { bankQuestions } from './bank.ts'
import { CLIENT_FOLDER, requireBuiltClient } from './built-client.ts'
import { packOfCopies } from './pack-of-copies.ts'
import { openTimed, typeTimed } from './timed-catalogue.ts'

const [copies = 2_000, turns = 7] = process.argv.slice(2).map(Number)

const REQUESTS = 20
const SEARCHES = [
  'rate limiting',
  'cache invalidation',
  'live websockets',
  'database migration',
  'token bucket',
]
const TERM = 'token bucket'

/** One size of catalogue, served to a page of its own. */
interface Side {
  readonly packs: readonly string[]
  readonly entries: readonly CatalogueEntry[]
  readonly url: string
  readonly page: Page
}

/** What is measured of a side in a turn: rows of the table by their names. */
type Rows = Readonly<Record<string, number>>

const PARTS: readonly ((side: Side) => Rows | Promise<Rows>)[] = [start, answers, filter, browse]

async function start({ packs }: Side): Promise<Rows> {
  const loading = performance.now()
  await readAll(packs)
  const loaded = performance.now()
  const dataDir = await mkdtemp(join(tmpdir(), 'drawbar-bench-'))
  const starting = performance.now()
  let ready: number
  {
    await using _server = await startChildServer({ dataDir, env: { QUESTION_PACKS: packs.join(',') } })
    ready = performance.now()
  }
  await rm(dataDir, { recursive: true })
  return {
    'questions read and checked, ms': loaded - loading,
    'process until it is ready, ms': ready - starting,
  }
}

/** As the server reads them. */
async function readAll(packs: readonly string[]): Promise<OfferedQuestion[]> {
  const bank = await loadBank(BANK_FOLDER)
  if (!bank.ok) throw new Error('the question bank has mistakes; its own tests say which')
  const loaded = await loadPacks(packs)
  return [
    ...bank.questions.map((question) => ({ question, pack: null, readable: true })),
    ...loaded.flatMap((one) => {
      if (!one.ok) throw new Error(`the pack has mistakes: ${JSON.stringify(one.findings.slice(0, 3))}`)
      return one.pack.questions.map((question) => ({ question, pack: one.pack.name, readable: true }))
    }),
  ]
}

async function answers({ url }: Side): Promise<Rows> {
  const plain = await fetched(`${url}/api/questions`, 'identity')
  const gzip = await fetched(`${url}/api/questions`, 'gzip')
  const byTerm = await fetched(`${url}/api/question-terms?text=${encodeURIComponent(TERM)}`, 'identity')
  return {
    'GET /api/questions, ms': plain.ms,
    'GET /api/questions, kB': plain.bytes / 1000,
    'GET /api/questions gzip, ms': gzip.ms,
    'GET /api/questions gzip, kB': gzip.bytes / 1000,
    'GET /api/question-terms, ms': byTerm.ms,
  }
}

const agent = new Agent({ keepAlive: true })

/** Milliseconds until the last byte, in the middle of several requests; bytes as they travelled. */
async function fetched(url: string, encoding: 'identity' | 'gzip'): Promise<{ ms: number; bytes: number }> {
  const times: number[] = []
  let bytes = 0
  for (let request = 0; request < REQUESTS; request += 1) {
    const asked = performance.now()
    bytes = await bytesOf(url, encoding)
    times.push(performance.now() - asked)
  }
  return { ms: median(times), bytes }
}

function bytesOf(url: string, encoding: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  get(url, { agent, headers: { 'Accept-Encoding': encoding } }, (response) => {
    if (response.statusCode !== 200) reject(new Error(`${url} answers ${response.statusCode}`))
    let bytes = 0
    response.on('data', (chunk: Buffer) => (bytes += chunk.length))
    response.on('end', () => resolve(bytes))
    response.on('error', reject)
  }).on('error', reject)
  return promise
}

/** What the page computes for a key, without the page. */
function filter({ entries }: Side): Rows {
  // Entries that have just arrived: the first key puts their texts together.
  const arrived = structuredClone(entries)
  const times = SEARCHES.flatMap(prefixes).map((text) => {
    const pressed = performance.now()
    sortQuestions(filterQuestions(arrived, { ...NO_FILTER, text }), 'title')
    return performance.now() - pressed
  })
  const [first = Number.NaN, ...others] = times
  return {
    'filter and sort, first key, ms': first,
    'filter and sort, a key, ms': median(others),
    'filter and sort, slowest key, ms': Math.max(...others),
  }
}

async function browse({ url, page, entries }: Side): Promise<Rows> {
  const opened = await openTimed(page, url)
  const keys = []
  for (const text of SEARCHES)
    keys.push(...(await typeTimed(page, text, (typed) => countText(entries, typed))))
  return {
    'page until the count is there, ms': opened,
    'key until the count is right, ms': median(keys.map(({ counted }) => counted)),
    'slowest of them, ms': Math.max(...keys.map(({ counted }) => counted)),
    'key until it is drawn, ms': median(keys.map(({ drawn }) => drawn)),
    'slowest of these, ms': Math.max(...keys.map(({ drawn }) => drawn)),
  }
}

function countText(entries: readonly CatalogueEntry[], text: string): string {
  const found = filterQuestions(entries, { ...NO_FILTER, text }).length
  return found === entries.length ? `${found} questions` : `${found} of ${entries.length} questions`
}

function prefixes(text: string): string[] {
  return Array.from(text, (_letter, at) => text.slice(0, at + 1))
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function print(few: readonly Rows[], many: readonly Rows[], heads: readonly number[]): void {
  const columns = (name: string, ...cells: readonly string[]) =>
    process.stdout.write(`${name.padEnd(36)}${cells.map((cell) => cell.padStart(10)).join('')}\n`)
  columns('median of the turns', ...heads.map((count) => `${count}`), 'times')
  for (const name of Object.keys(few[0] ?? {})) {
    const [small, large] = [few, many].map((rows) => rows.map((row) => row[name] ?? Number.NaN))
    if (!small || !large) continue
    const ratio = median(large.map((value, turn) => value / (small[turn] ?? Number.NaN)))
    columns(name, median(small).toFixed(2), median(large).toFixed(2), ratio.toFixed(1))
  }
}

requireBuiltClient()
await using resources = new AsyncDisposableStack()
const pack = resources.use(await packOfCopies(await bankQuestions(), copies))
const browser = resources.use(await chromium.launch(playwrightConfig.use?.launchOptions ?? {}))

async function sideOf(packs: readonly string[]): Promise<Side> {
  const questions = await readAll(packs)
  const server = resources.use(await startTestServer({ questions, clientFolder: CLIENT_FOLDER }))
  const { body } = await server.call('/api/questions')
  const entries = catalogueSchema.parse(body).questions
  return { packs, entries, url: server.url, page: await browser.newPage() }
}

const few = await sideOf([])
const many = await sideOf([pack.folder])
const taken = new Map<Side, Rows[]>([
  [few, []],
  [many, []],
])
for (let turn = 0; turn <= turns; turn += 1) {
  const measured = new Map<Side, Rows>()
  for (const part of PARTS) {
    // Who goes first alternates.
    for (const side of turn % 2 === 0 ? [few, many] : [many, few]) {
      measured.set(side, { ...measured.get(side), ...(await part(side)) })
    }
  }
  // The first turn warms up.
  if (turn > 0) for (const [side, rows] of measured) taken.get(side)?.push(rows)
}
agent.destroy()
print(taken.get(few) ?? [], taken.get(many) ?? [], [few.entries.length, many.entries.length])
