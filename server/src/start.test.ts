import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BANK_FOLDER } from '@drawbar/question-bank/bank-folder.ts'
import { roomCreatedSchema } from '@drawbar/shared/wire/http.ts'
import { readConfig } from './config.ts'
import { serve } from './serve.ts'
import { createEvents } from './telemetry/events.ts'
import { createLog } from './telemetry/log.ts'
import { runChildServer, startChildServer } from './testing/child-server.ts'
import { joinSocket } from './testing/socket-peer.ts'
import { call, joinByLink, type TestPerson } from './testing/test-person.ts'

// Each test starts a process or two.
vi.setConfig({ testTimeout: 60_000 })

let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'drawbar-start-'))
})

afterEach(() => rm(dataDir, { recursive: true }))

/** The one line an operator is to read. */
function lastWords(stderr: string): string[] {
  return stderr.split('\n').filter((line) => line.startsWith('drawbar does not start: '))
}

describe('a start', () => {
  test('with nothing set says where to go and ends when told to', async () => {
    await using server = await startChildServer({ dataDir })
    expect(server.stdout()).toContain(`Drawbar is ready: ${server.url}`)
    expect(server.stdout()).toContain(dataDir)
    expect((await call(`${server.url}/readyz`)).body).toMatchObject({ status: 'ready' })
    server.kill('SIGINT')
    expect(await server.exited).toEqual({ code: 0, signal: null })
    expect(server.stdout()).toContain('Stopped.')
  })

  test('with a wrong variable ends with one line that says what is accepted', async () => {
    const run = await runChildServer({ dataDir, env: { PORT: 'three thousand' } })
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(run.stderr).toBe(
      'drawbar does not start: PORT is not usable: expected a whole number from 0 to 65535 (0 takes any free port)\n',
    )
  })

  test('on a port in use ends with one line that names it', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const run = await runChildServer({ dataDir, env: { PORT: port } })
    other.close()
    expect(run.code).toBe(1)
    expect(lastWords(run.stderr)).toEqual([
      `drawbar does not start: PORT ${port} is in use by another program. Stop that one, or set PORT to another number.`,
    ])
  })

  test('on a host that is not ours ends with one line', async () => {
    const run = await runChildServer({ dataDir, env: { HOST: '192.0.2.200' } })
    expect(run.code).toBe(1)
    expect(lastWords(run.stderr)[0]).toContain('HOST 192.0.2.200 is not an address of this machine')
  })

  test('on a damaged database ends with one line and leaves every byte as it is', async () => {
    await writeFile(join(dataDir, 'drawbar.db'), randomBytes(16_384))
    const before = await contentsOf(dataDir)
    const run = await runChildServer({ dataDir })
    expect(run.code).toBe(1)
    expect(lastWords(run.stderr)).toHaveLength(1)
    expect(lastWords(run.stderr)[0]).toContain(join(dataDir, 'drawbar.db'))
    const after = await contentsOf(dataDir)
    expect(after.get('drawbar.db')).toEqual(before.get('drawbar.db'))
  })

  test('on a folder another server has ends with one line, and the other goes on', async () => {
    await using first = await startChildServer({ dataDir })
    const run = await runChildServer({ dataDir })
    expect(run.code).toBe(1)
    expect(lastWords(run.stderr)[0]).toMatch(/ is in use by /)
    expect((await call(`${first.url}/readyz`)).status).toBe(200)
  })

  test('where DATA_DIR is a file ends with one line', async () => {
    const file = join(dataDir, 'a-file')
    await writeFile(file, '')
    const run = await runChildServer({ dataDir: file })
    expect(run.code).toBe(1)
    expect(lastWords(run.stderr)[0]).toContain(`DATA_DIR ${file} is not a folder`)
  })

  test('with a bad question file names its path, field and reason', async () => {
    const bankFolder = join(dataDir, 'bank')
    const [slug = ''] = await shippedSlugs()
    await mkdir(bankFolder)
    await cp(join(BANK_FOLDER, slug), join(bankFolder, slug), { recursive: true })
    const file = join(bankFolder, slug, 'question.yaml')
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^kind:.*$/m, 'kind: riddle'))

    const said = await startWith(bankFolder)
    expect(said.code).toBe(1)
    expect(said.lines.join('\n')).toMatch(new RegExp(`${slug}/question\\.yaml(:\\d+)?: kind: .+`))
    expect(said.printed).toBe('')
  })

  test('with packs offers the good ones and names the bad one', async () => {
    const [slug = '', ...others] = await shippedSlugs()
    const packs = ['acme', 'broken'].map((name) => join(dataDir, name))
    for (const pack of packs) {
      await cp(join(BANK_FOLDER, slug), join(pack, slug), { recursive: true })
    }
    await rm(join(dataDir, 'broken', slug, 'prompt.md'))
    const said = await startWith(BANK_FOLDER, { QUESTION_PACKS: `acme,broken,missing` })
    expect(said).toMatchObject({ code: 0, lines: [] })
    expect(said.warnings).toEqual([
      expect.stringMatching(/^the pack 'broken' has mistakes[^]*prompt\.md: the file is missing/),
      expect.stringMatching(/^the pack 'missing' has mistakes[^]*no folder at /),
    ])
    expect(said.printed).toContain(`pick one of ${others.length + 2} questions`)
  })
})

describe('an end', () => {
  test('asked for twice comes at once', async () => {
    await using server = await startChildServer({ dataDir })
    const alice = await inviteAlice(server.url)
    await using peer = await joinSocket({ server: server.url, roundId: alice.roundId, token: alice.token })
    // Hears nothing any more, so that its close stays unanswered and the server waits.
    peer.socket.pause()
    server.kill('SIGTERM')
    await server.says('Stopping')
    server.kill('SIGTERM')
    expect(await server.exited).toEqual({ code: 1, signal: null })
    expect(server.stdout()).not.toContain('Stopped.')
  })

  test('[G11] does not wait for a peer that does not hang up', async () => {
    await using server = await startChildServer({ dataDir })
    const alice = await inviteAlice(server.url)
    await using peer = await joinSocket({ server: server.url, roundId: alice.roundId, token: alice.token })
    peer.socket.pause()
    server.kill('SIGTERM')
    expect(await server.exited).toEqual({ code: 0, signal: null })
  })

  test('by a mistake of ours is logged without its words, with code 1', async () => {
    const crash = "process.on('SIGUSR2', () => { throw new RangeError(['can', 'ary'].join('')) })"
    const preload = `--import=data:text/javascript,${encodeURIComponent(crash)}`
    await using server = await startChildServer({ dataDir, env: { NODE_OPTIONS: preload } })
    server.kill('SIGUSR2')
    expect(await server.exited).toEqual({ code: 1, signal: null })
    expect(server.stderr()).toContain('"level":"fatal"')
    expect(server.stderr()).toContain('"name":"RangeError"')
    expect(server.stderr()).not.toContain('canary')
  })
})

async function inviteAlice(server: string): Promise<TestPerson> {
  const catalogue = (await call(`${server}/api/questions`)).body as { questions: { id: string }[] }
  const questionId = catalogue.questions[0]?.id
  const made = await call(`${server}/api/rooms`, { json: { questionId, hostName: 'Alice' } })
  return joinByLink(server, { link: roomCreatedSchema.parse(made.body).links.interviewer, name: 'Alice' })
}

async function shippedSlugs(): Promise<string[]> {
  const entries = await readdir(BANK_FOLDER, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}

async function startWith(bankFolder: string, env: Record<string, string> = {}) {
  const read = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ...env }, dataDir)
  if (!read.ok) throw new Error(read.line)
  const lines: string[] = []
  const warnings: string[] = []
  let printed = ''
  const code = await serve({
    config: read.config,
    events: createEvents(createLog('silent', { write: () => {} })),
    bankFolder,
    clientFolder: join(dataDir, 'no-client'),
    random: randomBytes,
    now: Date.now,
    addresses: [],
    print: (text) => (printed += text),
    complain: (line) => lines.push(line),
    warn: (line) => warnings.push(line),
    stopped: Promise.resolve('test'),
  })
  return { code, lines, warnings, printed }
}

async function contentsOf(folder: string): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>()
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isFile()) contents.set(entry.name, await readFile(join(folder, entry.name)))
  }
  return contents
}
