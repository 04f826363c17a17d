import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { CountedKeyboard } from './counted-keyboard.ts'
import { NOTIFICATION_DESIGN } from './notification-design.ts'
import { canvas, drag, newShape, tool, type At } from './pages/board.ts'

const COLUMNS = 4
const CELL = { w: 180, h: 140 }
const BOX = { w: 110, h: 60 }
const START = { x: 120, y: 90 }

/** The same design with tldraw's own tools: a box and a text for each component, an arrow and a text for each connection. */
export async function drawNotificationsByHand(
  page: Page,
): Promise<{ readonly presses: number; readonly pointer: number }> {
  const keys = new CountedKeyboard(page)
  const ground = await canvas(page).boundingBox()
  if (ground === null) throw new Error('there is no canvas on screen')
  const { components, connections } = NOTIFICATION_DESIGN
  const at = (name: string): At => {
    const place = components.indexOf(name)
    return {
      x: ground.x + START.x + (place % COLUMNS) * CELL.w,
      y: ground.y + START.y + Math.floor(place / COLUMNS) * CELL.h,
    }
  }
  /** The text that is being written. */
  const written = canvas(page).locator('[contenteditable="true"]:focus, textarea:focus')
  let pointer = 0
  await tool(page, 'select').click()
  const draw = async (key: 'r' | 'a', from: At, to: At, text: string) => {
    await newShape(page, async () => {
      await keys.press(key)
      await drag(page, from, to)
      pointer += 1
    })
    await keys.press('Enter')
    await expect(written).toHaveCount(1)
    await keys.type(text)
    await keys.press('Escape')
    await expect(written).toHaveCount(0)
  }
  for (const name of components) {
    const { x, y } = at(name)
    await draw('r', { x: x - BOX.w / 2, y: y - BOX.h / 2 }, { x: x + BOX.w / 2, y: y + BOX.h / 2 }, name)
  }
  for (const { from, to, label } of connections) await draw('a', at(from), at(to), label)
  return { presses: keys.presses, pointer }
}
