import type { Locator, Page } from '@playwright/test'
import { holdInterview, SOME_QUESTION, watchInterview } from './testing/hold-interview.ts'
import { board, boardIsOpen, drawBox, shape } from './testing/pages/board.ts'
import { endInterview, recordIsOpen } from './testing/pages/ending.ts'
import { startInterview } from './testing/pages/home-page.ts'
import { presentQuestion, startRound } from './testing/pages/panel.ts'
import { pick } from './testing/pages/picker.ts'
import { placeChain, railButton, selectNothing } from './testing/pages/pieces.ts'
import { openCatalogue } from './testing/pages/questions-page.ts'
import { closeShareSheet } from './testing/pages/share-sheet.ts'
import { coveredCanvasParts, overlappingBarParts, scrollsSideways } from './testing/layout.ts'
import { expect, test } from './testing/test.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing of ours lies over the canvas’s own parts, ${colorScheme}`, async ({ app, people }) => {
    test.setTimeout(180_000)
    const interview = await holdInterview({ people, url: app.url })
    const { alice, bob } = interview
    await watchInterview({ people, url: app.url }, interview)
    await startRound(alice.page)
    await presentQuestion(alice.page)
    await drawBox(alice.page, { x: 150, y: 150 }, { x: 250, y: 250 })
    const wrong: string[] = []
    const look = async (what: string, page: Page) => {
      for (const part of await settled(() => coveredCanvasParts(page))) wrong.push(`${what}: ${part}`)
      for (const part of await settled(() => overlappingBarParts(page))) wrong.push(`${what}: ${part}`)
      if (await scrollsSideways(page)) wrong.push(`${what}: scrolls sideways`)
    }
    for (const { name, page } of [alice, bob]) {
      await page.emulateMedia({ colorScheme })
      for (const size of SIZES) {
        await page.setViewportSize(size)
        await boardIsOpen(page)
        const what = `${name} at ${size.width}`
        await look(what, page)
        await page.keyboard.press('Alt+0')
        await look(`${what}, panel the other way`, page)
        await page.keyboard.press('Alt+0')
        await say(page)
        await look(`${what}, with a message`, page)
      }
      await page.setViewportSize(SIZES[0])
    }
    expect(wrong).toEqual([])
  })
}

test('nor do the pieces of ours that stand on the canvas', async ({ app, people }) => {
  test.setTimeout(240_000)
  const { page } = await people.come('Alice')
  await page.goto(app.url)
  await startInterview(page, { question: SOME_QUESTION, name: 'Alice' })
  await closeShareSheet(page)
  await boardIsOpen(page)
  await startRound(page)
  const wrong: string[] = []
  const atAllSizes = async (what: string) => {
    for (const size of SIZES) {
      await page.setViewportSize(size)
      for (const part of await settled(() => coveredCanvasParts(page))) {
        wrong.push(`${what} at ${size.width}: ${part}`)
      }
      if (await scrollsSideways(page)) wrong.push(`${what} at ${size.width}: scrolls sideways`)
    }
    await page.setViewportSize(SIZES[0])
  }
  // Where it opens depends on how large the board is then.
  const openedAtAllSizes = async (what: string) => {
    for (const size of SIZES) {
      await page.setViewportSize(size)
      await board(page).locator('.tl-container').focus()
      await page.keyboard.press('/')
      await expect(picker(page)).toBeVisible()
      for (const part of await settled(() => coveredCanvasParts(page))) {
        wrong.push(`${what} at ${size.width}: ${part}`)
      }
      await page.keyboard.press('Escape')
      await expect(picker(page)).toHaveCount(0)
    }
    await page.setViewportSize(SIZES[0])
  }

  await expect(board(page).getByRole('region', { name: 'Begin with' })).toBeVisible()
  await atAllSizes('the offer')
  await selectNothing(page)
  await openedAtAllSizes('the picker on an empty board')
  await placeChain(page, ['client: Web', 'service: Checkout | HTTPS', 'redis: Carts | GET'])
  await openedAtAllSizes('the picker beside a component')
  for (const name of ['Components', 'Outline'] as const) {
    await railButton(page, name).click()
    await expect(board(page).getByRole('region', { name, exact: true })).toBeVisible()
    await atAllSizes(`the dock with ${name}`)
    await board(page).getByRole('button', { name, exact: true }).click()
  }

  await railButton(page, 'Walk a request').click()
  const choosing = board(page).getByRole('group', { name: 'Choose a path to walk' })
  await expect(choosing).toBeVisible()
  await atAllSizes('the walk, choosing')
  await choosing.getByRole('button', { name: 'Suggestions' }).click()
  await page.getByRole('menuitem').first().click()
  await choosing.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(board(page).getByRole('group', { name: 'Request walk' })).toBeVisible()
  await atAllSizes('the walk')
  await board(page).getByRole('button', { name: 'End the walk' }).click()

  await selectNothing(page)
  await pick(page, page.keyboard, 'worksheet')
  await page.keyboard.press('Enter')
  await page.keyboard.type('users')
  await page.keyboard.press('Tab')
  await page.keyboard.type('10M')
  await board(page).getByRole('button', { name: 'Pin result' }).click()
  await expect(board(page).getByRole('group', { name: 'Pin a result' })).toBeVisible()
  await atAllSizes('the bar to pin a result')
  expect(wrong).toEqual([])
})

test('no page scrolls sideways', async ({ app, people }) => {
  test.setTimeout(120_000)
  const { alice, links } = await holdInterview({ people, url: app.url })
  const visitor = await people.come('Visitor')
  const wide: string[] = []
  const atAllSizes = async (page: Page, what: string) => {
    for (const size of SIZES) {
      await page.setViewportSize(size)
      if (await scrollsSideways(page)) wide.push(`${what} at ${size.width}`)
    }
  }
  await visitor.page.goto(app.url)
  await expect(visitor.page.getByRole('radio').first()).toBeVisible()
  await atAllSizes(visitor.page, 'home')
  await openCatalogue(visitor.page)
  await atAllSizes(visitor.page, 'questions')
  await visitor.page
    .getByRole('link', { name: /^Read all of / })
    .first()
    .click()
  await expect(visitor.page.getByRole('heading', { name: 'Reading it spoils it for you' })).toBeVisible()
  await atAllSizes(visitor.page, 'question, warning')
  await visitor.page.getByRole('button', { name: 'Read all of it' }).click()
  await expect(visitor.page.getByRole('heading', { name: 'Checklist', exact: true })).toBeVisible()
  await atAllSizes(visitor.page, 'question')
  await visitor.page.getByRole('link', { name: 'Guide' }).click()
  await expect(visitor.page.getByRole('heading', { name: 'Figures worth knowing' })).toBeVisible()
  await atAllSizes(visitor.page, 'guide')
  await visitor.page.goto(links.candidate)
  await expect(visitor.page.getByRole('textbox', { name: 'Your name' })).toBeVisible()
  await atAllSizes(visitor.page, 'join')
  await startRound(alice.page)
  const box = await drawBox(alice.page, { x: 150, y: 150 }, { x: 250, y: 250 })
  await expect(shape(alice.page, box)).toBeVisible()
  await endInterview(alice.page)
  await recordIsOpen(alice.page)
  await atAllSizes(alice.page, 'record')
  expect(wide).toEqual([])
})

function picker(page: Page): Locator {
  return board(page)
    .getByRole('dialog')
    .filter({ has: page.getByRole('combobox') })
}

/** What stays wrong when the page has had time to settle after a change of its size. */
async function settled(problems: () => Promise<string[]>): Promise<string[]> {
  let last: string[] = []
  await expect(async () => {
    last = await problems()
    expect(last).toEqual([])
  })
    .toPass({ timeout: 3_000 })
    .catch(() => undefined)
  return last
}

/** Has the page show a message, which is where it could cover something. */
async function say(page: Page): Promise<void> {
  await page.evaluate(() => navigator.clipboard.writeText('<svg xmlns="http://www.w3.org/2000/svg"/>'))
  await page.getByTestId('tools.select').click()
  await page.keyboard.press('Control+v')
  await expect(page.getByText('SVG is off.').first()).toBeVisible()
}
