import type { Page } from '@playwright/test'
import { SOME_QUESTION } from './testing/hold-interview.ts'
import { drawNotificationsByHand } from './testing/notification-design-by-hand.ts'
import { NOTIFICATION_DESIGN } from './testing/notification-design.ts'
import { CountedKeyboard } from './testing/counted-keyboard.ts'
import { board, boardIsOpen, canvas, shapes } from './testing/pages/board.ts'
import { startInterview } from './testing/pages/home-page.ts'
import { pick } from './testing/pages/picker.ts'
import { isSaved } from './testing/pages/save-state.ts'
import { closeShareSheet } from './testing/pages/share-sheet.ts'
import { expect, test } from './testing/test.ts'

test('the notification system is designed with the keyboard alone', async ({ app, people }) => {
  test.setTimeout(240_000)
  const { components, connections } = NOTIFICATION_DESIGN
  expect(components.length).toBeGreaterThanOrEqual(14)
  expect(connections.length).toBeGreaterThanOrEqual(16)
  expect(connections.every(({ label }) => label !== '')).toBe(true)

  const { page } = await people.come('Alice')
  await openBoard(page, app.url)
  const keys = new CountedKeyboard(page)
  await keys.press('F6')
  await expect(board(page).locator(':focus')).toHaveCount(1)
  await test.step('with the picker', async () => {
    for (const { line, from, stay } of NOTIFICATION_DESIGN.steps) {
      if (from !== undefined) await pick(page, keys, `@${from}`)
      await pick(page, keys, line, { stay })
    }
    await expect(ofType(page, 'component')).toHaveCount(components.length)
    await expect(ofType(page, 'arrow')).toHaveCount(connections.length)
    await isSaved(page)
  })

  await test.step('the outline reads it back', async () => {
    await page.getByRole('button', { name: 'Outline', exact: true }).click()
    const lines = page.getByRole('list', { name: 'What is on the board' })
    for (const name of components) await expect(lines.getByRole('button', { name }).first()).toBeVisible()
    for (const { from, to, label } of connections) {
      await expect(
        lines.getByRole('button', {
          name: new RegExp(`^${literal(from)}[,;].*to: .*${literal(to)} \\([^)]*${literal(label)}`),
        }),
      ).toHaveCount(1)
    }
  })

  const { page: other } = await people.come('Bob')
  await openBoard(other, app.url)
  const stock = await test.step('the same with boxes and arrows', () => drawNotificationsByHand(other))
  console.info(
    `notification system, ${components.length} components, ${connections.length} labelled connections: ` +
      `${keys.presses} key presses and no pointer with the picker; ` +
      `${stock.presses} key presses and ${stock.pointer} pointer gestures with boxes and arrows, ` +
      'which say nothing of what a box is',
  )
})

async function openBoard(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await startInterview(page, { question: SOME_QUESTION, name: 'Alice' })
  await closeShareSheet(page)
  await boardIsOpen(page)
}

function ofType(page: Page, type: string) {
  return shapes(page).and(canvas(page).locator(`[data-shape-type="${type}"]`))
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
