import type { Response } from '@playwright/test'
import { startApp } from './testing/app.ts'
import { SOME_QUESTION } from './testing/hold-interview.ts'
import { boardIsOpen, canvas, drawBox, shape } from './testing/pages/board.ts'
import { chooseQuestion, startInterview } from './testing/pages/home-page.ts'
import { isSaved } from './testing/pages/save-state.ts'
import { closeShareSheet } from './testing/pages/share-sheet.ts'
import { gatherPeople } from './testing/people.ts'
import { shownFor } from './testing/shown-for.ts'
import { steadyPort } from './testing/steady-port.ts'
import { expect, test } from './testing/test.ts'
import { startTlsFront } from './testing/tls-front.ts'

/** Stands in every build of tldraw: the class of its root element. */
const TLDRAW = 'tl-container'
/** tldraw 4 and later take the canvas away after five seconds on https without a licence key. */
const LONG_ENOUGH_MS = 10_000

test('the home page does without the canvas until someone is about to start', async ({ app, people }) => {
  const { page } = await people.come('Alice')
  const answers: Response[] = []
  page.on('response', (answer) => answers.push(answer))
  await page.goto(app.url)
  await chooseQuestion(page, SOME_QUESTION)
  await expect(page.getByRole('button', { name: 'Start interview' })).toBeEnabled()
  await page.waitForLoadState('networkidle')
  expect(await withTldraw(answers)).toEqual([])
  const scripts = answers.filter((answer) => answer.request().resourceType() === 'script')
  expect(scripts.length).toBeGreaterThan(0)

  await page.getByRole('button', { name: 'Start interview' }).hover()
  await expect.poll(async () => (await withTldraw(answers)).length).toBeGreaterThan(0)
})

test('the canvas stays on https, with its watermark, and asks no other host', async ({ browser }) => {
  test.setTimeout(120_000)
  const port = await steadyPort()
  await using app = await startApp({ env: { PUBLIC_URL: `https://127.0.0.1:${port}` } })
  await using front = await startTlsFront(port, app.url)
  await using people = gatherPeople(browser, [front.url])
  const { page } = await people.come('Alice', { ignoreHTTPSErrors: true })
  await page.goto(front.url)
  await startInterview(page, { question: SOME_QUESTION, name: 'Alice' })
  await closeShareSheet(page)
  await boardIsOpen(page)
  const box = await drawBox(page, { x: 150, y: 150 }, { x: 250, y: 250 })
  await isSaved(page)
  await shownFor(page, LONG_ENOUGH_MS)
  await expect(canvas(page)).toBeVisible()
  await expect(shape(page, box)).toBeVisible()
  await expect(page.getByTitle('made with tldraw')).toBeVisible()
  const after = await drawBox(page, { x: 350, y: 150 }, { x: 450, y: 250 })
  await expect(shape(page, after)).toBeVisible()
  await page.reload()
  await boardIsOpen(page)
  await expect(shape(page, box)).toBeVisible()
  // tldraw counts unlicensed pages on https by one request to its own host; the page's policy does not let it out.
  const beacon = /watermark-track\.svg|TypeError: Failed to fetch/
  expect(people.trouble.filter((trouble) => !beacon.test(trouble))).toEqual([])
  expect(people.trouble.some((trouble) => beacon.test(trouble))).toBe(true)
})

async function withTldraw(answers: readonly Response[]): Promise<string[]> {
  const found: string[] = []
  for (const answer of answers) {
    if (!['script', 'stylesheet'].includes(answer.request().resourceType())) continue
    if ((await answer.text()).includes(TLDRAW)) found.push(answer.url())
  }
  return found
}
