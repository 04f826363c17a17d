import type { Page } from '@playwright/test'
import { holdInterview, watchInterview } from './testing/hold-interview.ts'
import {
  agree,
  boardIsOpen,
  canvas,
  drawBox,
  drawWith,
  newShape,
  shape,
  takeTool,
} from './testing/pages/board.ts'
import { expect, test } from './testing/test.ts'

test('undo takes back only one’s own work', async ({ app, people }) => {
  const { alice, bob } = await holdInterview({ people, url: app.url })
  const alices = await drawBox(alice.page, { x: 100, y: 100 }, { x: 200, y: 200 })
  await expect(shape(bob.page, alices)).toBeVisible()
  const bobs = await drawBox(bob.page, { x: 300, y: 100 }, { x: 400, y: 200 })
  await expect(shape(alice.page, bobs)).toBeVisible()

  // Bob's box is the newest thing on alice's board; what she takes back is hers.
  await press(alice.page, 'Control+z')
  await expect(shape(alice.page, alices)).toHaveCount(0)
  await expect(shape(bob.page, alices)).toHaveCount(0)
  await press(alice.page, 'Control+z')
  await press(alice.page, 'Control+z')
  await agree(alice.page, bob.page)
  await expect(shape(bob.page, bobs)).toBeVisible()
  await press(alice.page, 'Control+Shift+z')
  await expect(shape(bob.page, alices)).toBeVisible()
  await agree(alice.page, bob.page)
})

test('people see each other’s names, laser and pages', async ({ app, people }) => {
  const { alice, bob } = await holdInterview({ people, url: app.url })
  await pointAt(alice.page, 0.5)
  await expect(canvas(bob.page).getByText('Alice', { exact: true })).toBeVisible()
  await pointAt(bob.page, 0.4)
  await expect(canvas(alice.page).getByText('Bob', { exact: true })).toBeVisible()

  const box = await drawBox(alice.page, { x: 150, y: 150 }, { x: 250, y: 250 })
  await expect(shape(bob.page, box)).toBeVisible()
  // Whoever points with the laser leaves nothing behind.
  await drawWith(alice.page, 'k', { x: 300, y: 300 }, { x: 400, y: 350 })
  await agree(alice.page, bob.page)

  await alice.page.getByTestId('page-menu.button').click()
  await alice.page.getByTestId('page-menu.create').click()
  await alice.page.keyboard.press('Enter')
  await expect(shape(alice.page, box)).toHaveCount(0)
  await expect(shape(bob.page, box)).toBeVisible()
  await bob.page.getByTestId('page-menu.button').click()
  await bob.page.getByRole('button', { name: 'Page 2' }).click()
  await expect(shape(bob.page, box)).toHaveCount(0)
  await bob.page.keyboard.press('Escape')
  const onSecond = await drawBox(bob.page, { x: 150, y: 150 }, { x: 250, y: 250 })
  await expect(shape(alice.page, onSecond)).toBeVisible()
})

test('one can follow someone, and the interviewer brings everyone to a place', async ({ app, people }) => {
  const interview = await holdInterview({ people, url: app.url })
  const { alice, bob } = interview
  const olga = await watchInterview({ people, url: app.url }, interview)
  await boardIsOpen(alice.page)
  const far = await farAway(alice.page)
  await expect(shape(bob.page, far)).not.toBeInViewport()

  await alice.page.getByRole('button', { name: 'Bring everyone here' }).click()
  for (const { page } of [bob, olga]) await expect(shape(page, far)).toBeInViewport()

  const farther = await farAway(alice.page)
  await expect(shape(bob.page, farther)).not.toBeInViewport()
  const follow = bob.page.getByRole('button', { name: 'Follow Alice, interviewer' })
  await follow.click()
  await expect(follow).toHaveAttribute('aria-pressed', 'true')
  await expect(shape(bob.page, farther)).toBeInViewport()
  const farthest = await farAway(alice.page)
  await expect(shape(bob.page, farthest)).toBeInViewport()
  await follow.click()
  await expect(follow).toHaveAttribute('aria-pressed', 'false')
  await expect(bob.page.getByRole('button', { name: 'Bring everyone here' })).toHaveCount(0)
})

/** Scrolls the board far to one side and draws there. Answers the new shape. */
async function farAway(page: Page): Promise<string> {
  await pointAt(page, 0.5)
  await page.mouse.wheel(3000, 1500)
  return newShape(page, () => drawWith(page, 'r', { x: 200, y: 200 }, { x: 300, y: 300 }))
}

async function press(page: Page, keys: string): Promise<void> {
  await takeTool(page, 'v')
  await page.keyboard.press(keys)
}

/** Puts the mouse at a part of the canvas's width and height. */
async function pointAt(page: Page, part: number): Promise<void> {
  const box = await canvas(page).boundingBox()
  if (!box) throw new Error('there is no canvas on screen')
  await page.mouse.move(box.x + box.width * part, box.y + box.height * part)
  await page.mouse.move(box.x + box.width * part + 5, box.y + box.height * part + 5)
}
