import type { CDPSession, Page } from '@playwright/test'
import { canvas } from './pages/board.ts'

/** A frame in which the canvas changed. */
export interface TimedFrame {
  /** From its beginning to the beginning of the next. Milliseconds. */
  readonly ms: number
  /** How near the board was when it ended; 1 is full size. */
  readonly zoom: number
}

/** What a page did for a while. */
export interface TimedWork {
  readonly frames: readonly TimedFrame[]
  /** Time that the page's main thread had of a processor, whatever else the machine did meanwhile. Milliseconds. */
  readonly cpuMs: number
}

/** What a page that is timed holds in its window. */
interface FrameWatch {
  hold(): void
  release(): void
  start(): void
  stop(): TimedFrame[]
}

declare global {
  interface Window {
    frameWatch?: FrameWatch
  }
}

/** Chromium draws the next frame as soon as it has done with the last, so that a frame's time is what it costs. */
export const UNPACED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'] as const

/** Readies a page for timing; before it is opened. */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(installFrameWatch)
}

/** In the page. tldraw asks for a frame in every frame, so a page that nobody looks at has to be held. */
function installFrameWatch(): void {
  const request = window.requestAnimationFrame.bind(window)
  const waiting: FrameRequestCallback[] = []
  const frames: TimedFrame[] = []
  let held = false
  let changed = false
  let began = Number.NaN
  let frame = Number.NaN
  const observer = new MutationObserver(() => (changed = true))

  function begin(): void {
    const now = performance.now()
    if (observer.takeRecords().length > 0) changed = true
    if (changed && !Number.isNaN(began)) frames.push({ ms: now - began, zoom: zoomNow() })
    changed = false
    began = now
  }

  function zoomNow(): number {
    const layer = document.querySelector<HTMLElement>('.tl-html-layer')
    return Number(/scale\(([^)]+)\)/.exec(layer?.style.transform ?? '')?.[1])
  }

  window.requestAnimationFrame = (callback) =>
    request((time) => {
      if (held) {
        waiting.push(callback)
        return
      }
      if (time !== frame) begin()
      frame = time
      callback(time)
    })

  window.frameWatch = {
    hold: () => void (held = true),
    release() {
      held = false
      for (const callback of waiting.splice(0)) window.requestAnimationFrame(callback)
    },
    start() {
      const board = document.querySelector('.tl-canvas')
      if (!board) throw new Error('there is no canvas to watch')
      frames.length = 0
      changed = false
      began = Number.NaN
      observer.observe(board, { subtree: true, attributes: true, childList: true, characterData: true })
    },
    stop() {
      observer.disconnect()
      return frames.splice(0)
    },
  }
}

/** The page draws nothing until it is released. */
export async function hold(page: Page): Promise<void> {
  await page.evaluate(() => window.frameWatch?.hold())
}

export async function release(page: Page): Promise<void> {
  await page.evaluate(() => window.frameWatch?.release())
}

/** What the page does while `act` runs. */
export async function timeFrames(page: Page, act: () => Promise<void>): Promise<TimedWork> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.evaluate(() => window.frameWatch?.start())
  const before = await taskMs(devtools)
  await act()
  const cpuMs = (await taskMs(devtools)) - before
  const frames = await page.evaluate(() => window.frameWatch?.stop() ?? [])
  await devtools.detach()
  return { frames, cpuMs }
}

async function taskMs(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  const duration = metrics.find(({ name }) => name === 'TaskDuration')
  if (!duration) throw new Error('this Chromium does not tell how long its tasks take')
  return duration.value * 1000
}

/** Puts the mouse into the middle of the canvas, where wheels turn. */
export async function mouseOnCanvas(page: Page): Promise<void> {
  const area = await canvas(page).boundingBox()
  if (!area) throw new Error('there is no canvas on screen')
  await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2)
}

/** Turns the wheel this often; each turn moves what is seen by so many px of the screen. */
export async function pan(
  page: Page,
  by: { readonly x: number; readonly y: number },
  turns: number,
): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await page.mouse.wheel(by.x, by.y)
}

/** Turns the wheel with Ctrl held; each turn zooms by so many per cent, out where they are positive. */
export async function zoom(page: Page, percent: number, turns: number): Promise<void> {
  await page.keyboard.down('Control')
  for (let turn = 0; turn < turns; turn += 1) await page.mouse.wheel(0, percent)
  await page.keyboard.up('Control')
}

/** What is at the upper left of the canvas, page px, and how near. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** Brings the camera to a place, by wheel events too. Takes as long as it takes, so not while frames are timed. */
export async function placeCamera(page: Page, camera: Camera): Promise<void> {
  await page.evaluate(wheelTo, camera)
}

/** In the page. */
async function wheelTo(target: Camera): Promise<void> {
  const GIVE_UP_MS = 60_000
  // tldraw answers a wheel within it, and its gestures may repeat the last turn of a wheel that long after.
  const SETTLED_MS = 400
  const board = document.querySelector<HTMLElement>('.tl-canvas')
  const layer = document.querySelector<HTMLElement>('.tl-html-layer')
  if (!board || !layer) throw new Error('there is no canvas to look at')
  const { left, top } = board.getBoundingClientRect()
  const until = performance.now() + GIVE_UP_MS
  for (;;) {
    const seen = layer.style.transform
    const [, scale, x, y] = /scale\(([^)]+)\) translate\(([^p]+)px, ?([^p]+)px\)/.exec(seen) ?? []
    const at = { x: -Number(x), y: -Number(y), zoom: Number(scale) }
    if (!(performance.now() < until)) throw new Error(`the camera stays at ${seen}`)
    const closer = target.zoom / at.zoom - 1
    const far = { x: (target.x - at.x) * at.zoom, y: (target.y - at.y) * at.zoom }
    if (Math.abs(closer) > 0.002) turn({ ctrlKey: true, deltaY: Math.min(Math.max(-closer * 100, -10), 10) })
    // Within the few px by which tldraw shifts its layer.
    else if (Math.hypot(far.x, far.y) > 4) turn({ deltaX: far.x, deltaY: far.y })
    else if (!(await moves(seen))) return
    else continue
    await moves(seen)
  }

  /** Whether the camera leaves a place in time. */
  async function moves(seen: string): Promise<boolean> {
    const began = performance.now()
    while (layer?.style.transform === seen) {
      if (performance.now() - began > SETTLED_MS) return false
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return true
  }

  function turn(how: WheelEventInit): void {
    board?.dispatchEvent(
      new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: left, clientY: top, ...how }),
    )
  }
}
