/**
 * Whether a board of components is as fluent as a board of tldraw's own boxes: time of a frame while the board is panned
 * and zoomed and while somebody else drags fifty shapes, with components against as many labelled boxes, in turns of one
 * run. Needs the built client and a Chromium; run with
 * `CHROMIUM_PATH=… node e2e/testing/frame-time.bench.ts [turns] [sizes…]`. Only frames in which the canvas changed count.
 * The wheel zooms from full size to a third and back, over the zoom at which components change their detail.
 */
import { availableParallelism, loadavg } from 'node:os'
import { chromium, type Browser, type Page } from '@playwright/test'
import { joinSocket, type SocketPeer } from '@drawbar/server/testing/socket-peer.ts'
import { startTestServer, type TestServer } from '@drawbar/server/testing/start-test-server.ts'
import { boardOf, bytesWritten, putAll } from '@drawbar/shared/board/testing/boards.ts'
import type { TLShape } from 'tldraw'
import playwrightConfig from '../../playwright.config.ts'
import { CLIENT_FOLDER, requireBuiltClient } from './built-client.ts'
import {
  corner,
  dragTogether,
  grid,
  labelledBox,
  putShapes,
  someComponent,
  type MakeShape,
} from './crowded-board.ts'
import { canvas, shapes as drawnShapes } from './pages/board.ts'
import { joinByLink } from './pages/join-page.ts'
import {
  hold,
  mouseOnCanvas,
  pan,
  placeCamera,
  release,
  timeFrames,
  UNPACED,
  watchFrames,
  zoom,
  type TimedFrame,
  type TimedWork,
} from './timed-frames.ts'

const [turns = 4, ...sizes] = process.argv.slice(2).map(Number)
const SIZES = sizes.length > 0 ? sizes : [100, 500, 2_000]

/** A busy machine gets fewer turns. */
const BUDGET_MS = 270_000
const DRAGGED = 50
const STEPS = 40
/** Components are drawn in another way below it; see detail-level.ts. */
const DETAIL_ZOOM = 0.5
const PATIENCE = { timeout: 120_000 }

/** One kind of board, alice's page that shows it and bob who draws on it. */
interface Side {
  readonly name: string
  readonly page: Page
  readonly bob: SocketPeer
  readonly shapes: readonly TLShape[]
}

/** What a side did in each turn, by gesture. */
type Taken = Map<string, TimedWork[]>

const GESTURES: Readonly<Record<string, (side: Side, turn: number) => Promise<TimedWork>>> = {
  'panning at 100 %': ({ page }) => panned(page, { x: 0, y: 0, zoom: 1 }, { x: 30, y: 20 }),
  'panning at 35 %': ({ page }) => panned(page, { x: 0, y: 0, zoom: 0.35 }, { x: 10, y: 6 }),
  'zooming 100 % to 33 %': zoomed,
  'remote drag of 50': dragged,
}

async function panned(
  page: Page,
  from: Parameters<typeof placeCamera>[1],
  by: { readonly x: number; readonly y: number },
): Promise<TimedWork> {
  await placeCamera(page, from)
  return timeFrames(page, async () => {
    await pan(page, by, STEPS)
    await pan(page, { x: -by.x, y: -by.y }, STEPS)
  })
}

async function zoomed({ page }: Side): Promise<TimedWork> {
  await placeCamera(page, { x: 500, y: 300, zoom: 1 })
  const work = await timeFrames(page, async () => {
    await zoom(page, 4, 27)
    await zoom(page, -4, 27)
  })
  if (crossings(work.frames).length === 0) throw new Error(`zooming has not crossed ${DETAIL_ZOOM}`)
  return work
}

async function dragged({ page, bob, shapes, name }: Side, turn: number): Promise<TimedWork> {
  await placeCamera(page, { x: -40, y: -40, zoom: 0.52 })
  const step = turn % 2 === 0 ? 2 : -2
  const work = await timeFrames(page, async () => {
    const moved = await dragTogether(bob, corner(shapes, DRAGGED), { step, steps: 2 * STEPS })
    const places = moved.map(({ id, x, y }): Place => ({ id, x, y }))
    await page.waitForFunction(stand, places, PATIENCE).catch((cause: unknown) => {
      throw new Error(`alice does not see where bob has dragged the ${name}`, { cause })
    })
    const unseen = await page.evaluate(outOfSight, places)
    if (unseen > 0) throw new Error(`${unseen} of the dragged ${name} are out of alice's sight`)
  })
  const seen = work.frames.length
  if (seen < STEPS / 4) throw new Error(`alice saw only ${seen} steps of bob's drag`)
  return work
}

interface Place {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** In the page: whether each shape has been put to its place. */
function stand(places: readonly Place[]): boolean {
  return places.every(({ id, x, y }) => {
    const element = document.querySelector<HTMLElement>(`.tl-shape[data-shape-id="${id}"]`)
    if (!element) return false
    const { e, f } = new DOMMatrix(element.style.transform)
    return Math.abs(e - x) < 0.1 && Math.abs(f - y) < 0.1
  })
}

/** In the page: how many of the shapes are not drawn, as tldraw does with what is out of sight. */
function outOfSight(places: readonly Place[]): number {
  return places.filter(
    ({ id }) => !document.querySelector(`.tl-shape[data-shape-id="${id}"]`)?.checkVisibility(),
  ).length
}

/** The frames in which the board went over the zoom where the detail changes. */
function crossings(frames: readonly TimedFrame[]): TimedFrame[] {
  return frames.filter(({ zoom: at }, i) => {
    const before = frames[i - 1]?.zoom ?? at
    return before < DETAIL_ZOOM !== at < DETAIL_ZOOM
  })
}

async function openSide(
  resources: AsyncDisposableStack,
  {
    server,
    browser,
    name,
    shapes,
  }: {
    readonly server: TestServer
    readonly browser: Browser
    readonly name: string
    readonly shapes: readonly TLShape[]
  },
): Promise<Side> {
  const room = await server.room()
  const bob = resources.use(
    await joinSocket({ server: server.url, roundId: room.roundId, token: room.bob.token }),
  )
  await putShapes(bob, shapes)
  const context = await browser.newContext({ viewport: { width: 1600, height: 900 } })
  resources.defer(() => context.close())
  const page = await context.newPage()
  await watchFrames(page)
  await joinByLink({ name: 'Alice', context, page }, room.links.interviewer)
  await canvas(page).waitFor(PATIENCE)
  await drawnShapes(page)
    .nth(shapes.length - 1)
    .waitFor({ state: 'attached', ...PATIENCE })
  const arrived = await drawnShapes(page).count()
  if (arrived !== shapes.length) throw new Error(`of ${shapes.length} ${name} alice sees ${arrived}`)
  await mouseOnCanvas(page)
  await hold(page)
  return { name, page, bob, shapes }
}

/** Turns for one size of board; the frames of the boxes and of the components. */
async function timeBoards(
  server: TestServer,
  browser: Browser,
  count: number,
): Promise<readonly [Taken, Taken]> {
  await using resources = new AsyncDisposableStack()
  const open = (name: string, make: MakeShape) =>
    openSide(resources, { server, browser, name, shapes: grid(count, make) })
  const boxes = await open('boxes', labelledBox)
  const components = await open('components', someComponent)
  const taken = new Map<Side, Taken>([
    [boxes, new Map()],
    [components, new Map()],
  ])
  const until = performance.now() + BUDGET_MS / SIZES.length
  for (let turn = 0; turn <= turns; turn += 1) {
    if (turn > 1 && performance.now() > until) break
    for (const [gesture, act] of Object.entries(GESTURES)) {
      // Who goes first alternates.
      for (const side of turn % 2 === 0 ? [boxes, components] : [components, boxes]) {
        await release(side.page)
        const work = await act(side, turn)
        await hold(side.page)
        const before = taken.get(side)?.get(gesture) ?? []
        // The first turn warms up.
        if (turn > 0) taken.get(side)?.set(gesture, [...before, work])
      }
    }
  }
  return [taken.get(boxes) ?? new Map(), taken.get(components) ?? new Map()]
}

function quantile(frames: readonly TimedFrame[], share: number): number {
  const sorted = frames.map(({ ms }) => ms).toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function columns(name: string, ...cells: readonly string[]): void {
  process.stdout.write(`${name.padEnd(38)}${cells.map((cell) => cell.padStart(10)).join('')}\n`)
}

function row(
  name: string,
  boxes: readonly TimedFrame[],
  components: readonly TimedFrame[],
  cpu: readonly string[] = [],
): void {
  const pairs = [0.5, 0.95].flatMap((share) => compared(quantile(boxes, share), quantile(components, share)))
  columns(name, ...pairs, ...cpu, `${boxes.length}/${components.length}`)
}

function compared(stock: number, ours: number): string[] {
  return [stock.toFixed(1), ours.toFixed(1), (ours / stock).toFixed(2)]
}

function print(count: number, [boxes, components]: readonly [Taken, Taken]): void {
  for (const gesture of Object.keys(GESTURES)) {
    const [stock, ours] = [boxes.get(gesture) ?? [], components.get(gesture) ?? []]
    row(
      `${count} shapes, ${gesture}`,
      framesOf(stock),
      framesOf(ours),
      compared(cpuEach(stock), cpuEach(ours)),
    )
    const [stockOver, oursOver] = [stock, ours].map((works) =>
      works.flatMap(({ frames }) => crossings(frames)),
    )
    if (stockOver?.length && oursOver?.length)
      row(`  of these, over ${DETAIL_ZOOM * 100} %`, stockOver, oursOver, ['', '', ''])
  }
}

function framesOf(works: readonly TimedWork[]): TimedFrame[] {
  return works.flatMap(({ frames }) => frames)
}

/** Processor time for a frame in which the canvas changed; everything between those frames is counted in. */
function cpuEach(works: readonly TimedWork[]): number {
  return works.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / framesOf(works).length
}

/** Bytes of a shape in the updates that write them. */
function bytesEach(make: MakeShape, count = 200): number {
  const doc = boardOf()
  return bytesWritten(doc, () => putAll(doc, ...grid(count, make))) / count
}

requireBuiltClient()
const [stockBytes, ownBytes] = [bytesEach(labelledBox), bytesEach(someComponent)]
process.stdout.write(
  `document bytes: labelled box ${stockBytes.toFixed(0)}, component ${ownBytes.toFixed(0)}, ratio ${(ownBytes / stockBytes).toFixed(2)}\n\n`,
)
await using resources = new AsyncDisposableStack()
const server = resources.use(await startTestServer({ clientFolder: CLIENT_FOLDER }))
const launch = playwrightConfig.use?.launchOptions ?? {}
const browser = resources.use(
  await chromium.launch({ ...launch, args: [...(launch.args ?? []), ...UNPACED] }),
)
columns(
  'ms of a frame',
  'box p50',
  'comp. p50',
  'ratio',
  'box p95',
  'comp. p95',
  'ratio',
  'box cpu',
  'comp. cpu',
  'ratio',
  'frames',
)
for (const count of SIZES) print(count, await timeBoards(server, browser, count))
const load = loadavg()
  .map((value) => value.toFixed(1))
  .join(', ')
process.stdout.write(`\n${availableParallelism()} cores, load ${load}\n`)
