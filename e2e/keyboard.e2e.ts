import type { Page } from '@playwright/test'
import { bankQuestion } from './testing/bank.ts'
import { SOME_QUESTION } from './testing/hold-interview.ts'
import { pressWithKeys, tabTo } from './testing/keyboard.ts'
import { board, boardIsOpen, newShape, shape } from './testing/pages/board.ts'
import { recordIsOpen, shareDialog } from './testing/pages/ending.ts'
import { startInterview } from './testing/pages/home-page.ts'
import { panel, revealed } from './testing/pages/panel.ts'
import { pick } from './testing/pages/picker.ts'
import { component, outlineLine, pieces, railButton } from './testing/pages/pieces.ts'
import { closeShareSheet, linkOf, shareSheet } from './testing/pages/share-sheet.ts'
import { plainText } from './testing/plain-text.ts'
import { expect, test } from './testing/test.ts'

const NOTE = 'Said what is out of scope.'
const MESSAGE = 'Thank you.'

test('a whole interview is held with the keyboard alone', async ({ app, people }) => {
  test.setTimeout(180_000)
  const question = await bankQuestion(SOME_QUESTION)
  const { page } = await people.come('Alice')
  const bob = await people.come('Bob')
  await noMouse(page)
  await noMouse(bob.page)
  const button = (name: string | RegExp) => panel(page).getByRole('button', { name })

  await test.step('alice starts', async () => {
    await page.goto(app.url)
    const questions = page.getByRole('radiogroup', { name: 'Question to ask' }).getByRole('radio')
    await expect(questions.first()).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type(question.title)
    await expect(questions).toHaveCount(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(page.getByRole('radio', { name: question.title })).toBeChecked()
    await tabTo(page, page.getByRole('textbox', { name: 'Your name' }))
    await page.keyboard.type('Alice')
    await page.keyboard.press('Enter')
    await expect(shareSheet(page)).toBeVisible()
  })
  const link = await linkOf(page, 'Candidate')
  await test.step('the sheet gives its links', async () => {
    await pressWithKeys(page, page.getByRole('button', { name: 'Copy the candidate link' }))
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
    await page.keyboard.press('Escape')
    await expect(shareSheet(page)).toBeHidden()
  })
  await test.step('bob joins', async () => {
    await bob.page.goto(link)
    await expect(bob.page.getByRole('textbox', { name: 'Your name' })).toBeFocused()
    await bob.page.keyboard.type('Bob')
    await bob.page.keyboard.press('Enter')
    await boardIsOpen(bob.page)
  })

  await test.step('the sheet of keys', async () => {
    await boardIsOpen(page)
    await page.keyboard.press('Alt+/')
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(sheet).toContainText('Pause or resume the clock')
    await page.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
    await page.keyboard.press('F6')
    await expect(board(page).locator(':focus')).toHaveCount(1)
    await page.keyboard.press('F6')
    await expect(panel(page).getByRole('tab', { selected: true })).toBeFocused()
    await page.keyboard.press('?')
    await expect(sheet).toBeVisible()
    await page.keyboard.press('Escape')
  })
  await test.step('the round', async () => {
    await page.keyboard.press('Alt+1')
    await pressWithKeys(page, button('Start the interview'))
    await pressWithKeys(page, button('Present the question'))
    await expect(panel(bob.page).getByRole('heading', { name: question.title })).toBeVisible()
    await page.keyboard.press('Alt+.')
    await expect(bob.page.getByRole('banner')).toContainText('Requirements and scope')
    await page.keyboard.press('Alt+P')
    await expect(bob.page.getByRole('banner')).toContainText('Paused')
    await page.keyboard.press('Alt+P')
    await expect(bob.page.getByRole('banner')).not.toContainText('Paused')
  })
  await test.step('follow-up and hint', async () => {
    await page.keyboard.press('Alt+3')
    await pressWithKeys(page, button('Reveal').first())
    await expect(revealed(bob.page)).toHaveCount(1)
    await pressWithKeys(page, button('Give the nudge').first())
    await expect(revealed(bob.page)).toHaveCount(2)
  })
  await test.step('marks and a note', async () => {
    await page.keyboard.press('Alt+4')
    await page.keyboard.press('1')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('2')
    const [, second] = question.checklist.map(({ text }) => plainText(text))
    const marks = panel(page).getByRole('group', { name: second ?? '' })
    await expect(marks.getByRole('button', { name: 'Partly' })).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Alt+N')
    await page.keyboard.type(NOTE)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Alt+5')
    await expect(panel(page).getByRole('list', { name: 'Notes' })).toContainText(NOTE)
  })
  await test.step('something onto the board', async () => {
    await bob.page.keyboard.press('Alt+N')
    await bob.page.keyboard.type('A queue')
    await bob.page.keyboard.press('Control+a')
    await bob.page.keyboard.press('Control+x')
    await bob.page.keyboard.press('Escape')
    const text = await newShape(bob.page, () => bob.page.keyboard.press('Control+v'))
    await expect(shape(page, text)).toContainText('A queue')
    const before = await shape(page, text).boundingBox()
    await bob.page.keyboard.press('Control+a')
    await bob.page.keyboard.press('Shift+ArrowRight')
    await expect.poll(async () => (await shape(page, text).boundingBox())?.x).toBeGreaterThan(before?.x ?? 0)
  })

  await test.step('the end', async () => {
    await page.keyboard.press('Alt+1')
    await pressWithKeys(page, button('Start the debrief'))
    await expect(bob.page.getByRole('banner')).toContainText('Debrief')
    await pressWithKeys(page, button('End the interview…'))
    await pressWithKeys(page, page.getByRole('button', { name: 'End interview', exact: true }))
    await Promise.all([page, bob.page].map((one) => recordIsOpen(one)))
  })
  await test.step('the record', async () => {
    await pressWithKeys(page, page.getByRole('button', { name: 'Share with candidate' }))
    await pressWithKeys(page, shareDialog(page).getByRole('checkbox', { name: NOTE }), 'Space')
    await tabTo(page, shareDialog(page).getByRole('textbox'))
    await page.keyboard.type(MESSAGE)
    await pressWithKeys(page, shareDialog(page).getByRole('button', { name: 'Update their copy' }))
    await expect(shareDialog(page)).toBeHidden()
    const download = page.waitForEvent('download')
    await pressWithKeys(page, page.getByRole('button', { name: 'Download ZIP' }))
    await download
    await bob.page.reload()
    await expect(bob.page.getByRole('article')).toContainText(NOTE)
    await expect(bob.page.getByRole('article')).toContainText(MESSAGE)
  })
})

test('the pieces of the board are used with the keyboard alone, which comes back to the canvas', async ({
  app,
  people,
}) => {
  test.setTimeout(150_000)
  const { page } = await people.come('Alice')
  await page.goto(app.url)
  await startInterview(page, { question: SOME_QUESTION, name: 'Alice' })
  await closeShareSheet(page)
  await boardIsOpen(page)
  await noMouse(page)
  await page.keyboard.press('F6')
  const container = board(page).locator('.tl-container')
  const isBack = () => expect(container).toBeFocused()

  await test.step('a component is placed, labelled and connected', async () => {
    await pick(page, page.keyboard, 'service: Checkout')
    await isBack()
    await pick(page, page.keyboard, 'redis: Carts | GET')
    await isBack()
    await expect(pieces(page, 'arrow', 'GET')).toBeVisible()
  })
  await test.step('the picker is left, and what is selected stays so', async () => {
    await page.keyboard.press('/')
    await expect(board(page).getByRole('combobox', { name: 'Connect Carts to…' })).toBeFocused()
    await page.keyboard.press('Escape')
    await isBack()
    await expect(board(page).getByRole('group', { name: 'Component', exact: true })).toBeVisible()
  })
  await test.step('it is moved and put behind', async () => {
    const carts = component(page, 'Carts')
    const before = await carts.boundingBox()
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(async () => (await carts.boundingBox())?.y).toBeGreaterThan(before?.y ?? 0)
    const order = () => carts.evaluate((element) => Number(getComputedStyle(element).zIndex))
    const above = await order()
    await page.keyboard.press('[')
    await expect.poll(order).toBeLessThan(above)
    await page.keyboard.press(']')
    await expect.poll(order).toBe(above)
  })
  await test.step('a field of its settings is left', async () => {
    await board(page).getByRole('combobox', { name: 'Technology' }).focus()
    await page.keyboard.press('Escape')
    await isBack()
    await expect(board(page).getByRole('group', { name: 'Component', exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
  })
  await test.step('Escape comes up where the canvas does not hear it', async () => {
    await page.keyboard.down('Escape')
    await railButton(page, 'Outline').focus()
    await page.keyboard.up('Escape')
    await container.focus()
  })
  await test.step('a card and a worksheet are written, and Escape ends it each time', async () => {
    await pick(page, page.keyboard, 'requirements')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Carts outlive a visit')
    await page.keyboard.press('Escape')
    await isBack()
    await expect(pieces(page, 'card', 'Carts outlive a visit')).toBeVisible()
    await page.keyboard.press('Escape')
    await pick(page, page.keyboard, 'worksheet')
    await page.keyboard.press('Enter')
    await page.keyboard.type('carts')
    await page.keyboard.press('Control+Enter')
    await isBack()
    await expect(pieces(page, 'worksheet', 'carts')).toBeVisible()
  })
  await test.step('a menu of tldraw is left with two quick presses, and the next one lets go', async () => {
    await board(page).getByTestId('page-menu.button').press('Enter')
    await expect(page.getByTestId('page-menu.list')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(page.getByTestId('page-menu.list')).toHaveCount(0)
    await container.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('visits')
    await page.keyboard.press('Escape')
    await isBack()
    await page.keyboard.press('Escape')
  })
  await test.step('the outline leads to a shape, and Escape out of it', async () => {
    await railButton(page, 'Outline').press('Enter')
    await outlineLine(page, /^Checkout/).press('Enter')
    await isBack()
    await outlineLine(page, /^Checkout/).focus()
    await page.keyboard.press('Escape')
    await isBack()
    await expect(board(page).getByRole('region', { name: 'Outline' })).toHaveCount(0)
  })
})

/** Fails the test when anything is done with a pointer. */
async function noMouse(page: Page): Promise<void> {
  const refuse = () => {
    window.addEventListener('mousedown', () => {
      throw new Error('this is done without a mouse')
    })
  }
  await page.addInitScript(refuse)
  await page.evaluate(refuse)
}
