import type { Page } from '@playwright/test'
import { holdInterview, watchInterview } from './testing/hold-interview.ts'
import { boardIsOpen, drawBox, shape } from './testing/pages/board.ts'
import { endInterview, recordIsOpen } from './testing/pages/ending.ts'
import { presentQuestion, startRound } from './testing/pages/panel.ts'
import { openCatalogue } from './testing/pages/questions-page.ts'
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
