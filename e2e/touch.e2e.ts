import type { Locator, Page } from '@playwright/test'
import { drawWithPen, fingersOn } from './testing/fingers.ts'
import { SOME_QUESTION } from './testing/hold-interview.ts'
import { board, boardIsOpen, canvas, newShape, shape, tool, type At } from './testing/pages/board.ts'
import { startInterview } from './testing/pages/home-page.ts'
import { startRound, panel } from './testing/pages/panel.ts'
import { component, middleOf, pieces, placeChain, railButton } from './testing/pages/pieces.ts'
import { closeShareSheet } from './testing/pages/share-sheet.ts'
import { shownFor } from './testing/shown-for.ts'
import { expect, test } from './testing/test.ts'

const TABLET = { viewport: { width: 1180, height: 820 }, hasTouch: true } as const
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

test('a finger that is held opens the picker on an empty place, and the menu on a shape', async ({
  app,
  people,
}) => {
  const { page } = await people.come('Alice', TABLET)
  await openBoard(page, app.url)
  const fingers = await fingersOn(page)
  const at = await onCanvas(page, { x: 300, y: 300 })

  await fingers.hold(at)
  const picker = board(page).getByRole('dialog', { name: 'Add to the board' })
  await expect(picker.getByRole('combobox')).toBeFocused()
  await hasTimeToOpen(page)
  await expect(contextMenu(page)).toHaveCount(0)
  await fingers.lift()
  await expect(picker).toBeVisible()
  await page.keyboard.type('service: Checkout')
  const id = await newShape(page, () => picker.getByRole('option').first().tap())
  const middle = await middleOf(shape(page, id))
  expect(Math.hypot(middle.x - at.x, middle.y - at.y)).toBeLessThan(4)

  await fingers.hold(middle)
  await expect(contextMenu(page)).toBeVisible()
  await fingers.lift()
  await expect(contextMenu(page).getByRole('menuitem', { name: 'Connect to…' })).toBeVisible()
  await expect(picker).toHaveCount(0)
})

test('a pen keeps the hand beside it out, and two fingers go on moving the board', async ({
  app,
  people,
}) => {
  const { page } = await people.come('Alice', TABLET)
  await openBoard(page, app.url)
  const fingers = await fingersOn(page)
  await tool(page, 'draw').tap()
  const stroke = await newShape(page, async () =>
    drawWithPen(page, await onCanvas(page, { x: 300, y: 300 }), await onCanvas(page, { x: 420, y: 360 })),
  )
  const leaves = board(page).getByRole('button', { name: 'Exit pen mode' })
  await expect(leaves).toBeVisible()

  const [from, to] = [await onCanvas(page, { x: 300, y: 500 }), await onCanvas(page, { x: 500, y: 560 })]
  await fingers.drag(from, to)
  await fingers.hold(from)
  await hasTimeToOpen(page)
  await fingers.lift()
  await expect(pieces(page, 'draw')).toHaveCount(1)
  await expect(contextMenu(page)).toHaveCount(0)

  await movesAndZooms(page, shape(page, stroke))
  await expect(pieces(page, 'draw')).toHaveCount(1)

  await leaves.tap()
  await tool(page, 'draw').tap()
  await newShape(page, () => fingers.drag(from, to))
})

test('what stands over the canvas works with a finger', async ({ app, people }) => {
  const { page } = await people.come('Alice', TABLET)
  await openBoard(page, app.url)
  await placeChain(page, ['service: Checkout'])
  const fingers = await fingersOn(page)

  await test.step('a handle of a selected component is dragged', async () => {
    await page.touchscreen.tap(...pointOf(await middleOf(component(page, 'Checkout'))))
    const handle = board(page).getByRole('button', { name: 'Connect from the bottom' })
    const from = await middleOf(handle)
    await fingers.drag(from, { x: from.x, y: from.y + 160 })
    const picker = board(page).getByRole('dialog', { name: 'Connect Checkout to…' })
    await expect(picker.getByRole('combobox')).toBeFocused()
    await page.keyboard.type('kafka')
    await picker.getByRole('option').first().tap()
    await expect(component(page, 'Kafka')).toBeVisible()
    await expect(pieces(page, 'arrow')).toHaveCount(1)
  })

  await test.step('two fingers that come down on a component move the board', () =>
    movesAndZooms(page, component(page, 'Checkout')))

  await test.step('a tile of the palette is dragged onto the board', async () => {
    await railButton(page, 'Components').tap()
    const tile = board(page).getByRole('region', { name: 'Components' }).getByRole('button', { name: 'CDN' })
    const to = await onCanvas(page, { x: 560, y: 160 })
    await fingers.drag(await middleOf(tile), to)
    const middle = await middleOf(component(page, 'CDN'))
    expect(Math.hypot(middle.x - to.x, middle.y - to.y)).toBeLessThan(4)
  })
})

test('a phone looks around the board and uses the panel', async ({ app, people }) => {
  const { page } = await people.come('Alice', PHONE)
  await openBoard(page, app.url)
  const fingers = await fingersOn(page)

  await fingers.hold(await onCanvas(page, { x: 200, y: 240 }))
  const picker = board(page).getByRole('dialog', { name: 'Add to the board' })
  await expect(picker).toBeVisible()
  await fingers.lift()
  await picker.getByRole('option', { name: 'Cache' }).tap()
  await expect(component(page, 'Cache')).toBeVisible()
  await movesAndZooms(page, component(page, 'Cache'))

  await railButton(page, 'Outline').tap()
  await expect(board(page).getByRole('list', { name: 'What is on the board' })).toContainText('Cache')
  await railButton(page, 'Outline').tap()

  const toggle = panel(page).getByRole('button', { name: 'Interview panel' })
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.tap()
  await startRound(page)
  await expect(panel(page).getByRole('button', { name: 'Present the question' })).toBeVisible()
  await toggle.tap({ position: { x: 40, y: 24 } })
  await expect(toggle).toHaveAttribute('aria-expanded', 'false')
})

async function openBoard(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await startInterview(page, { question: SOME_QUESTION, name: 'Alice' })
  await closeShareSheet(page)
  await boardIsOpen(page)
}

/** A point of the window by its place on the canvas. */
async function onCanvas(page: Page, { x, y }: At): Promise<At> {
  const box = await canvas(page).boundingBox()
  if (!box) throw new Error('there is no canvas on screen')
  return { x: box.x + x, y: box.y + y }
}

function pointOf({ x, y }: At): [number, number] {
  return [x, y]
}

function contextMenu(page: Page): Locator {
  return page.getByTestId('context-menu')
}

/** Longer than a menu needs to open under a finger that is held, by the page's own clock. */
async function hasTimeToOpen(page: Page): Promise<void> {
  await shownFor(page, 900)
}

/** Two fingers side by side move a shape with the board under it, and apart they make it larger. */
async function movesAndZooms(page: Page, moved: Locator): Promise<void> {
  const fingers = await fingersOn(page)
  const before = await bounds(moved)
  const left = { x: before.x + before.width / 2, y: before.y + before.height / 2 }
  const right = { x: left.x + 60, y: left.y }
  for (let down = 0; down <= 60; down += 10) {
    await fingers.hold({ ...left, y: left.y + down }, { ...right, y: right.y + down })
  }
  await fingers.lift()
  await expect.poll(async () => (await bounds(moved)).y - before.y).toBeGreaterThan(30)
  const between = await bounds(moved)
  expect(Math.abs(between.width - before.width)).toBeLessThan(2)

  for (let apart = 0; apart <= 56; apart += 7) {
    await fingers.hold({ ...left, x: left.x - apart / 2 }, { ...right, x: right.x + apart / 2 })
  }
  await fingers.lift()
  await expect.poll(async () => (await bounds(moved)).width).toBeGreaterThan(between.width * 1.3)
}

async function bounds(of: Locator) {
  const box = await of.boundingBox()
  if (!box) throw new Error('there is no such element on screen')
  return box
}
