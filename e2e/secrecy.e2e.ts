import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BANK_FOLDER } from '@drawbar/question-bank/bank-folder.ts'
import { loadBank } from '@drawbar/question-bank/load-bank.ts'
import { startTestServer } from '@drawbar/server/testing/start-test-server.ts'
import { decodeFrame, type Frame } from '@drawbar/shared/wire/frame.ts'
import { expect, test, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { CLIENT_FOLDER, requireBuiltClient } from './testing/built-client.ts'
import { findCanaries, newCanary } from './testing/canary.ts'
import { canaryQuestion } from './testing/canary-question.ts'
import { holdInterview, watchInterview } from './testing/hold-interview.ts'
import { pageContents } from './testing/page-contents.ts'
import { boardIsOpen, canvas, drawBox } from './testing/pages/board.ts'
import {
  giveHint,
  goToPhase,
  mark,
  openTab,
  panel,
  playConstraint,
  presentQuestion,
  revealed,
  revealFollowUp,
  startRound,
  takeNote,
} from './testing/pages/panel.ts'
import {
  downloadZip,
  endInterview,
  recordIsOpen,
  shareWithCandidate,
  startDebrief,
} from './testing/pages/ending.ts'
import { clickShape, component, middleOf, placeChain, selectNothing } from './testing/pages/pieces.ts'
import { search } from './testing/pages/questions-page.ts'
import { staysSaved } from './testing/pages/save-state.ts'
import { gatherPeople, type Person } from './testing/people.ts'
import { startRecordingProxy, type RecordingProxy } from './testing/recording-proxy.ts'

test.beforeAll(requireBuiltClient)

/** A word that stands in every canary text, and alone gives none away. */
const IN_EVERY_CANARY = 'vögel'

/** Everything that has reached one person: what went over their wire, and what their browser made of it. */
interface Reached {
  readonly person: Person
  readonly proxy: RecordingProxy
  readonly console: string[]
  readonly looks: { readonly what: string; readonly bytes: Buffer }[]
}

test('nothing that only interviewers may read reaches a candidate or an observer', async ({ browser }) => {
  test.setTimeout(120_000)
  const { question, canaries } = canaryQuestion()
  const notes = { kept: newCanary('note'), edited: newCanary('note'), shared: newCanary('note') }
  const message = newCanary('message')
  const all = [...canaries.values(), ...Object.values(notes), message]

  await using server = await startTestServer({ questions: [question], clientFolder: CLIENT_FOLDER })
  await using alices = await startRecordingProxy(server.url)
  await using bobs = await startRecordingProxy(server.url)
  await using olgas = await startRecordingProxy(server.url)
  await using people = gatherPeople(
    browser,
    [alices, bobs, olgas].map(({ url }) => url),
  )
  const options = { people, url: alices.url, bobsUrl: bobs.url, olgasUrl: olgas.url }
  const interview = await holdInterview({ ...options, start: { question: question.title } })
  const { alice, bob } = interview
  const olga = await watchInterview(options, interview)
  const reached = [reachedBy(alice, alices), reachedBy(bob, bobs), reachedBy(olga, olgas)] as const
  const [byAlice, byBob, byOlga] = reached
  const lookAround = () => Promise.all(reached.map(lookAt))

  await lookAround()
  await lookThroughCatalogue(await bob.context.newPage(), bobs.url)
  await lookThroughCatalogue(await olga.context.newPage(), olgas.url)
  await startRound(alice.page)
  await drawBox(bob.page, { x: 200, y: 200 }, { x: 300, y: 300 })
  await presentQuestion(alice.page)
  await revealFollowUp(alice.page, 0)
  await giveHint(alice.page, 0, 'nudge')
  await playConstraint(alice.page, 0)
  await expect(revealed(bob.page)).toHaveCount(3)
  await expect(revealed(olga.page)).toHaveCount(3)
  for (const [index, item] of question.checklist.entries()) {
    await mark(alice.page, item.text, (['Seen', 'Partly', 'Missed'] as const)[index % 3] ?? 'Seen')
  }
  for (const note of Object.values(notes)) await takeNote(alice.page, note)
  await takeNote(bob.page, 'My own.')
  await takeNote(olga.page, 'Mine too.')
  await goToPhase(alice.page, 'High-level design')
  await lookAround()

  await startDebrief(alice.page)
  await endInterview(alice.page)
  await Promise.all([alice, bob, olga].map(({ page }) => recordIsOpen(page)))
  await lookAround()
  const beforeSharing = { bob: sightings(byBob, all), olga: sightings(byOlga, all) }

  await shareWithCandidate(alice.page, { notes: [notes.shared], message })
  await bob.page.reload()
  await recordIsOpen(bob.page)
  await expect(bob.page.getByText(notes.shared).first()).toBeVisible()
  byBob.looks.push(...(await zipOf(bob.page)))
  await lookAround()

  // What has been shown on purpose is what is found, and nothing besides.
  const shown = ['followUps.0.id', 'followUps.0.question', 'followUps.0.hints.nudge']
  const played = ['constraints.0.id', 'constraints.0.title', 'constraints.0.card']
  // The starter comes with the prompt.
  const starter = [...canaries.keys()].filter((path) => path.startsWith('starter.'))
  const onPurpose = [...shown, ...played, ...starter].map((path) => canaries.get(path) ?? path)
  expect(beforeSharing.bob).toEqual(new Set(onPurpose))
  expect(beforeSharing.olga).toEqual(new Set(onPurpose))
  expect(sightings(byBob, all)).toEqual(new Set([...onPurpose, notes.shared, message]))
  // The same search finds every one of them with her who may read them.
  expect(sightings(byAlice, all)).toEqual(new Set(all))
  expect(findCanaries(Buffer.from(server.logged()), all)).toEqual([])
  expect(people.trouble).toEqual([])
})

test('what judges the board stays with the interviewer', async ({ browser }) => {
  test.setTimeout(120_000)
  const { question: base, canaries } = canaryQuestion()
  const question = { ...base, estimation: { ...base.estimation, inputs: base.estimation.inputs.map(marked) } }
  const all = [...canaries.values()]
  const canary = (path: string) => canaries.get(path) ?? path

  await using server = await startTestServer({ questions: [question], clientFolder: CLIENT_FOLDER })
  await using alices = await startRecordingProxy(server.url)
  await using bobs = await startRecordingProxy(server.url)
  await using people = gatherPeople(browser, [alices.url, bobs.url])
  const { alice, bob } = await holdInterview({
    people,
    url: alices.url,
    bobsUrl: bobs.url,
    start: { question: question.title },
  })
  const [byAlice, byBob] = [reachedBy(alice, alices), reachedBy(bob, bobs)]
  const frames = framesOf(bob.page)
  await bob.page.reload()
  await boardIsOpen(bob.page)
  await placeChain(bob.page, ['client: Browser', 'postgres: Stock'])

  await openTab(alice.page, 'Board')
  const lens = panel(alice.page).getByRole('region', { name: 'Coverage of the board' })
  const numbers = panel(alice.page).getByRole('region', { name: 'Numbers on the board' })
  await expect(lens).toContainText(canary('references.0.flowchart.from'))
  await expect(numbers).toContainText(canary('estimation.results.0.name'))
  await expect(lens).toContainText('Stock stands alone: no replica is drawn.')
  const sentences = await lens.getByRole('listitem').getByRole('paragraph').allTextContents()
  const judged = sentences.map((sentence) => sentence.replace(/^Ask /, ''))
  judged.push(...(await numbers.getByRole('listitem').locator('> :nth-child(2)').allTextContents()))
  expect(judged.length).toBeGreaterThan(4)

  await test.step('pressing “Show on the board” tells nobody what is looked at', async () => {
    await selectNothing(alice.page)
    const ground = await middleOf(canvas(alice.page))
    await alice.page.mouse.move(ground.x, ground.y)
    await alice.page.mouse.wheel(4000, 3000)
    await expect(component(alice.page, 'Stock')).not.toBeInViewport()
    await staysSaved(bob.page)
    frames.length = 0
    const row = lens.getByRole('listitem').filter({ hasText: 'Stock stands alone' })
    await row.getByRole('button', { name: 'Show on the board' }).click()
    await expect(component(alice.page, 'Stock')).toBeInViewport()
    await staysSaved(alice.page)
    // What she does next arrives after all that came of the press.
    const away = { x: ground.x - 100, y: ground.y + 220 }
    await alice.page.mouse.move(away.x, away.y)
    await alice.page.mouse.down()
    await alice.page.mouse.move(away.x + 40, away.y + 30, { steps: 3 })
    await expect.poll(() => frames.some(isBrushing)).toBe(true)
    expect(frames.flatMap(selectedIn)).toEqual([])
    expect(frames.filter(({ type }) => type === 'sync-update')).toEqual([])
    await alice.page.mouse.up()
    // What she selects herself is seen, so it would have been.
    await clickShape(alice.page, component(alice.page, 'Stock'))
    const id = await component(alice.page, 'Stock').getAttribute('data-shape-id')
    await expect.poll(() => frames.flatMap(selectedIn)).toContain(id)
  })

  await Promise.all([byAlice, byBob].map(lookAt))
  expect(sightings(byBob, all)).toEqual(new Set())
  expect(sightings(byAlice, all).has(canary('references.0.flowchart.to'))).toBe(true)
  const everything = (reached: Reached) =>
    [...reached.proxy.recordings(), ...reached.looks]
      .map(({ bytes }) => bytes.toString('utf8').replaceAll('&amp;', '&'))
      .join('\n')
  const [alicesAll, bobsAll] = [everything(byAlice), everything(byBob)]
  expect(judged.filter((text) => bobsAll.includes(text))).toEqual([])
  expect(judged.filter((text) => !alicesAll.includes(text))).toEqual([])
  expect(bobsAll).not.toContain(`${BAND.value}`)
  expect(alicesAll).toContain(`${BAND.value}`)
  const asked = (proxy: RecordingProxy) =>
    proxy.recordings().filter(({ what }) => what.includes('/board-tab-'))
  expect(asked(bobs)).toEqual([])
  expect(asked(alices).length).toBeGreaterThan(0)
  expect(people.trouble).toEqual([])
})

/** Numbers that stand nowhere by chance. */
const BAND = { value: 73_519_246_803, low: 7_351_924_681, high: 735_192_468_309 } as const

function marked<T extends object>(input: T): T {
  return { ...input, ...BAND }
}

/** What comes over this page's sockets from its next load on. */
function framesOf(page: Page): Frame[] {
  const frames: Frame[] = []
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      const decoded = typeof payload === 'string' ? null : decodeFrame(payload)
      if (decoded?.ok) frames.push(decoded.frame)
    })
  })
  return frames
}

function presenceIn(frame: Frame): string {
  return frame.type === 'awareness' ? Buffer.from(frame.update).toString('utf8') : ''
}

function isBrushing(frame: Frame): boolean {
  return presenceIn(frame).includes('"brush":{')
}

/** The shapes that somebody's presence names as selected. */
function selectedIn(frame: Frame): string[] {
  return [...presenceIn(frame).matchAll(/"selectedShapeIds":\[([^\]]*)\]/g)].flatMap(([, ids = '']) =>
    [...ids.matchAll(/"([^"]+)"/g)].map(([, id = '']) => id),
  )
}

/** Everything about questions that is to be seen without a word of consent, a search for a secret word included. */
async function lookThroughCatalogue(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/questions`)
  const answered = page.waitForResponse((response) => response.url().includes('/api/question-terms'))
  await search(page).fill(IN_EVERY_CANARY)
  expect(await (await answered).json()).not.toEqual({ ids: [] })
  await page.getByRole('link', { name: /^Read all of / }).click()
  await expect(page.getByRole('heading', { name: 'Reading it spoils it for you' })).toBeVisible()
  await page.close()
}

test('the client is built without a word of the questions', async () => {
  const bank = await loadBank(BANK_FOLDER)
  if (!bank.ok) throw new Error('the bank has mistakes')
  const built = readdirSync(CLIENT_FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  const bundle = Buffer.concat(built).toString('utf8')
  const pieces = new Set(bank.questions.flatMap(piecesOf))
  expect(pieces.size).toBeGreaterThan(500)
  expect(occurring(bundle, pieces)).toEqual([])
  // The search itself works: this sentence is on the home page.
  const [known = ''] = piecesOf('Mock system-design interviews on a shared whiteboard')
  expect(occurring(bundle, new Set([known]))).toEqual([known])
})

function reachedBy(person: Person, proxy: RecordingProxy): Reached {
  const console: string[] = []
  person.context.on('console', (message) => console.push(message.text()))
  return { person, proxy, console, looks: [] }
}

async function lookAt({ person, looks }: Reached): Promise<void> {
  const contents = await pageContents(person.page)
  for (const [part, bytes] of Object.entries(contents)) looks.push({ what: part, bytes })
}

/** Which of the canaries have reached someone in whatever way. */
function sightings({ proxy, console, looks }: Reached, canaries: readonly string[]): Set<string> {
  const places = [
    ...proxy.recordings(),
    ...looks,
    { what: 'console', bytes: Buffer.from(console.join('\n')) },
  ]
  return new Set(places.flatMap(({ bytes }) => findCanaries(bytes, canaries).map(({ canary }) => canary)))
}

async function zipOf(page: Person['page']) {
  const files = unzipSync(await downloadZip(page))
  return Object.entries(files).map(([what, bytes]) => ({ what, bytes: Buffer.from(bytes) }))
}

const PIECE_LENGTH = 24

/** From every longer text in a value, a piece that is written the same in any source. */
function piecesOf(value: unknown): string[] {
  const pieces: string[] = []
  JSON.stringify(value, (_key, part: unknown) => {
    const piece = typeof part === 'string' ? /[A-Za-z0-9 ,.-]{24}/.exec(part)?.[0] : undefined
    if (piece !== undefined) pieces.push(piece)
    return part
  })
  return pieces
}

function occurring(text: string, pieces: ReadonlySet<string>): string[] {
  const found = new Set<string>()
  for (const [run] of text.matchAll(/[A-Za-z0-9 ,.-]{24,}/g)) {
    for (let at = 0; at + PIECE_LENGTH <= run.length; at += 1) {
      const piece = run.slice(at, at + PIECE_LENGTH)
      if (pieces.has(piece)) found.add(piece)
    }
  }
  return [...found]
}
