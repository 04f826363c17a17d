import type { CDPSession, Page } from '@playwright/test'
import type { At } from './pages/board.ts'

/** Fingers on a touch screen. Points are px of the window. */
export interface Fingers {
  /** Puts fingers down, or moves those that are: one point each, always in the same order. */
  hold(...at: readonly At[]): Promise<void>
  /** Takes all of them off. */
  lift(): Promise<void>
  /** One finger from one point to another. */
  drag(from: At, to: At): Promise<void>
}

const STEPS = 8

/** Playwright itself can only tap. */
export async function fingersOn(page: Page): Promise<Fingers> {
  const session = await page.context().newCDPSession(page)
  let down = false
  async function hold(...at: readonly At[]): Promise<void> {
    await touch(session, down ? 'touchMove' : 'touchStart', at)
    down = true
  }
  async function lift(): Promise<void> {
    await touch(session, 'touchEnd', [])
    down = false
  }
  return {
    hold,
    lift,
    async drag(from, to) {
      for (let step = 0; step <= STEPS; step += 1) await hold(between(from, to, step / STEPS))
      await lift()
    },
  }
}

async function touch(
  session: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  at: readonly At[],
): Promise<void> {
  await session.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: at.map(({ x, y }, id) => ({ x, y, id })),
  })
}

/** Draws with a pen from one point to another. */
export async function drawWithPen(page: Page, from: At, to: At): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: At) =>
    session.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
      pointerType: 'pen',
    })
  await pen('mousePressed', from)
  for (let step = 1; step <= STEPS; step += 1) await pen('mouseMoved', between(from, to, step / STEPS))
  await pen('mouseReleased', to)
}

export function between(from: At, to: At, part: number): At {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}
