import type { Page } from '@playwright/test'
import { SOME_QUESTION } from './testing/hold-interview.ts'
import { board, boardIsOpen, canvas } from './testing/pages/board.ts'
import { startInterview } from './testing/pages/home-page.ts'
import { startRound } from './testing/pages/panel.ts'
import { pick } from './testing/pages/picker.ts'
import {
  component,
  openOutline,
  outlineLine,
  pieces,
  railButton,
  selectNothing,
} from './testing/pages/pieces.ts'
import { closeShareSheet } from './testing/pages/share-sheet.ts'
import { expect, test } from './testing/test.ts'

/** Where there is little room beside the panel. */
const SMALL = { width: 1024, height: 768 }

test('what is written stays in sight, with what belongs to it', async ({ app, people }) => {
  test.setTimeout(180_000)
  const { page } = await people.come('Alice')
  await page.goto(app.url)
  await startInterview(page, { question: SOME_QUESTION, name: 'Alice' })
  await closeShareSheet(page)
  await boardIsOpen(page)
  await startRound(page)
  await page.setViewportSize(SMALL)
  const at = (name: string) => canvas(page).getByLabel(name, { exact: true })

  await test.step('a new worksheet lies beside the rail', async () => {
    await selectNothing(page)
    await pick(page, page.keyboard, 'worksheet: Size')
    const rail = await endOf(page, 'rail')
    await expect.poll(async () => (await pieces(page, 'worksheet').boundingBox())?.x).toBeGreaterThan(rail)
  })

  await test.step('usual rows are reached wherever the worksheet ends, and written whole', async () => {
    await page.keyboard.press('Enter')
    const list = page.getByRole('list', { name: 'Usual rows' }).getByRole('button')
    const insert = async (name: RegExp) => {
      await page.getByRole('button', { name: 'Usual rows' }).click()
      await list.filter({ hasText: name }).click()
    }
    await insert(/^Users/)
    await expect(at('Calculation of row 1')).toBeFocused()
    for (const name of [/^Peak/, /^Storage/, /^Cache/]) await insert(name)
    await page.getByRole('button', { name: 'Usual rows' }).click()
    for (const one of await list.all()) await one.click({ trial: true })
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    const shown = pieces(page, 'worksheet').getByText('average requests * write', { exact: false })
    await expect(shown).toHaveText(/kept for\s+\* copies$/)
  })

  await test.step('the camera follows the cell through a long table', async () => {
    await selectNothing(page)
    await pick(page, page.keyboard, 'table: Long')
    await page.keyboard.press('Enter')
    for (let row = 1; row <= 30; row++) {
      await page.keyboard.type(`c${row}`)
      await page.keyboard.press('Enter')
    }
    const bar = canvas(page).getByRole('toolbar', { name: 'Rows' })
    await expect(at('Column, row 31')).toBeFocused()
    await expect.poll(async () => (await at('Column, row 31').boundingBox())?.y).toBeLessThan(700)
    await bar.getByRole('button', { name: 'Move the row up' }).click({ trial: true })
    // More than there is room for: it is said where one is.
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData(
        'text/plain',
        Array.from({ length: 90 }, (_, row) => `p${row}\tbigint\tPK`).join('\n'),
      )
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    })
    await expect(bar.locator('output')).toHaveText(/^A card holds 100 rows/)
    // All of it: the browser loses a millionth when it rounds.
    await expect(bar.locator('output')).toBeInViewport({ ratio: 0.999 })
    await page.keyboard.press('Escape')
  })

  await test.step('the outline brings a shape out from behind itself', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await selectNothing(page)
    await pick(page, page.keyboard, 'service: Shop')
    const panelEnd = async () => {
      await openOutline(page)
      return endOf(page, 'panel')
    }
    const edge = await panelEnd()
    await outlineLine(page, /^Shop/).click()
    const x = async () => (await component(page, 'Shop').boundingBox())?.x ?? 0
    await expect.poll(x).toBeGreaterThan(edge)
    // Behind the panel, though on screen.
    const { x: left, y: top } = (await component(page, 'Shop').boundingBox()) ?? { x: 0, y: 0 }
    await page.mouse.move(left + 40, top + 40)
    await page.mouse.wheel(left - 120, 0)
    await expect.poll(x).toBeLessThan(edge)
    await expect(async () => {
      await outlineLine(page, /^Shop/).click()
      await expect.poll(x, { timeout: 2_000 }).toBeGreaterThan(edge)
    }).toPass()
    await railButton(page, 'Outline').click()
  })
})

/** The right edge of what our rail, or the panel beside it, takes of the window, px. */
async function endOf(page: Page, name: 'rail' | 'panel'): Promise<number> {
  const box = await board(page).locator(`[data-takes="${name}"]`).boundingBox()
  if (!box) throw new Error(`there is no ${name}`)
  return box.x + box.width
}
