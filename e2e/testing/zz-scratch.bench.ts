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
} from './timed-frames.ts'

const [turns = 4, ...sizes] = process.argv.slice(2).map(Number)
const SIZES = sizes.length > 0 ? sizes : [100, 500, 2_000]

const DRAGGED = 50
const STEPS = 10
/** Components are drawn in another way below it; see detail-level.ts. */
const DETAIL_ZOOM = 0.5
const PATIENCE = { timeout: 20_000 }

/** One kind of board, alice's page that shows it and bob who draws on it. */
interface Side {
  readonly name: string
  readonly page: Page
  readonly bob: SocketPeer
  readonly shapes: readonly TLShape[]
}

/** Frames of a side by gesture. */
type Taken = Map<string, TimedFrame[]>

const T0=performance.now(); const log=(s:string)=>console.error(((performance.now()-T0)/1000).toFixed(1),s)
const GESTURES: Readonly<Record<string, (side: Side, turn: number) => Promise<TimedFrame[]>>> = {
  'panning at 100 %': ({ page }) => panned(page, { x: 0, y: 0, zoom: 1 }, { x: 30, y: 20 }),
  'panning at 35 %': ({ page }) => panned(page, { x: 0, y: 0, zoom: 0.35 }, { x: 10, y: 6 }),
  'zooming 100 % to 33 %': zoomed,
  'remote drag of 50': dragged,
}

async function panned(
  page: Page,
  from: Parameters<typeof placeCamera>[1],
  by: { readonly x: number; readonly y: number },
): Promise<TimedFrame[]> {
  await placeCamera(page, from)
  return timeFrames(page, async () => {
    await pan(page, by, STEPS)
    await pan(page, { x: -by.x, y: -by.y }, STEPS)
  })
}

async function zoomed({ page }: Side): Promise<TimedFrame[]> {
  await placeCamera(page, { x: 500, y: 300, zoom: 1 })
  const frames = await timeFrames(page, async () => {
    await zoom(page, 4, 27)
    await zoom(page, -4, 27)
  })
  if (crossings(frames).length === 0) throw new Error(`zooming has not crossed ${DETAIL_ZOOM}`)
  return frames
}

async function dragged({ page, bob, shapes, name }: Side, turn: number): Promise<TimedFrame[]> {
  await placeCamera(page, { x: -40, y: -40, zoom: 0.52 })
  const step = turn % 2 === 0 ? 2 : -2
  const frames = await timeFrames(page, async () => {
    const moved = await dragTogether(bob, corner(shapes, DRAGGED), { step, steps: 2 * STEPS })
    const places = moved.map(({ id, x, y }) => ({ id, x, y }))
    await page.waitForFunction(stand, places, PATIENCE).catch(async (e) => { console.error(e.message, await page.evaluate((ps)=>ps.map((p)=>[p, (document.querySelector(`.tl-shape[data-shape-id="${p.id}"]`) as HTMLElement | null)?.style.transform]).filter(([p,t])=>t!==`matrix(1, 0, 0, 1, ${(p as any).x}, ${(p as any).y})`).slice(0,5), places)); await page.screenshot({path:"/tmp/ft/shot.png"});
      throw new Error(`alice does not see where bob has dragged the ${name}`)
    })
  })
  if (frames.length < STEPS / 4) throw new Error(`alice saw only ${frames.length} steps of bob's drag`)
  return frames
}

/** In the page: whether each shape is drawn at its place. */
function stand(places: readonly { readonly id: string; readonly x: number; readonly y: number }[]): boolean {
  return places.every(({ id, x, y }) => {
    const element = document.querySelector(`.tl-shape[data-shape-id="${id}"]`)
    if (!element) return false
    const { e, f } = new DOMMatrix(getComputedStyle(element).transform)
    return Math.abs(e - x) < 0.1 && Math.abs(f - y) < 0.1
  })
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
  log("joined"); await canvas(page).waitFor(PATIENCE); log("open")
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
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const [gesture, act] of Object.entries(GESTURES)) {
      // Who goes first alternates.
      for (const side of turn % 2 === 0 ? [boxes, components] : [components, boxes]) {
        await release(side.page)
        log(gesture+" "+side.name); const frames = await act(side, turn); log("n="+frames.length)
        await hold(side.page)
        const before = taken.get(side)?.get(gesture) ?? []
        // The first turn warms up.
        if (turn > 0) taken.get(side)?.set(gesture, [...before, ...frames])
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
  process.stdout.write(`${name.padEnd(44)}${cells.map((cell) => cell.padStart(11)).join('')}\n`)
}

function row(name: string, boxes: readonly TimedFrame[], components: readonly TimedFrame[]): void {
  const pairs = [0.5, 0.95].flatMap((share) => {
    const [stock, ours] = [quantile(boxes, share), quantile(components, share)]
    return [stock.toFixed(1), ours.toFixed(1), (ours / stock).toFixed(2)]
  })
  columns(name, ...pairs, `${boxes.length}/${components.length}`)
}

function print(count: number, [boxes, components]: readonly [Taken, Taken]): void {
  for (const gesture of Object.keys(GESTURES)) {
    const [stock, ours] = [boxes.get(gesture) ?? [], components.get(gesture) ?? []]
    row(`${count} shapes, ${gesture}`, stock, ours)
    const [stockOver, oursOver] = [crossings(stock), crossings(ours)]
    if (oursOver.length > 0) row(`  of these, over ${DETAIL_ZOOM * 100} %`, stockOver, oursOver)
  }
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
columns('ms of a frame', 'box p50', 'comp. p50', 'ratio', 'box p95', 'comp. p95', 'ratio', 'frames')
for (const count of SIZES) print(count, await timeBoards(server, browser, count))
const load = loadavg()
  .map((value) => value.toFixed(1))
  .join(', ')
process.stdout.write(`\n${availableParallelism()} cores, load ${load}\n`)
