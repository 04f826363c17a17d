import type { Page } from '@playwright/test'
import { seriousProblems } from './testing/axe.ts'
import { SOME_QUESTION } from './testing/hold-interview.ts'
import { board, boardIsOpen, drawBox } from './testing/pages/board.ts'
import { endInterview, recordIsOpen, shareDialog, startDebrief } from './testing/pages/ending.ts'
import { startInterview } from './testing/pages/home-page.ts'
import { joinByLink } from './testing/pages/join-page.ts'
import {
  giveHint,
  openTab,
  presentQuestion,
  revealFollowUp,
  startRound,
  takeNote,
} from './testing/pages/panel.ts'
import { placeChain, railButton, selectNothing } from './testing/pages/pieces.ts'
import { openCatalogue } from './testing/pages/questions-page.ts'
import { closeShareSheet, linkOf } from './testing/pages/share-sheet.ts'
import { expect, test } from './testing/test.ts'

/** What stands before the rest of the page, which has been looked at without it. */
const DIALOG = '[role=dialog]'
const PANEL = '[data-region=panel]'
const BOARD = '[data-region=board]'

test('axe finds nothing serious on any page, light and dark', async ({ app, people }) => {
  test.setTimeout(420_000)
  const alice = (await people.come('Alice')).page
  const bob = await people.come('Bob')
  const found: string[] = []
  const look = async (what: string, page: Page, part?: string) => {
    for (const problem of await seriousProblems(page, part)) found.push(`${what}: ${problem}`)
  }

  await alice.goto(app.url)
  await expect(alice.getByRole('group', { name: 'Level' })).toBeVisible()
  await expect(alice.getByRole('radiogroup', { name: 'Question to ask' })).toBeVisible()
  await look('home', alice)
  await alice.getByRole('searchbox').fill('no question has these words')
  await expect(alice.getByText('No question fits')).toBeVisible()
  await look('home, nothing found', alice)
  await openCatalogue(alice)
  await look('questions', alice)
  await alice
    .getByRole('link', { name: /^Read all of / })
    .first()
    .click()
  await expect(alice.getByRole('heading', { name: 'Reading it spoils it for you' })).toBeVisible()
  await look('question, warning', alice)
  await alice.getByRole('button', { name: 'Read all of it' }).click()
  await expect(alice.getByRole('img', { name: /^Flowchart/ }).first()).toBeVisible()
  await look('question', alice)
  await alice.getByRole('link', { name: 'Guide' }).click()
  await expect(alice.getByRole('heading', { name: 'Figures worth knowing' })).toBeVisible()
  await look('guide', alice)
  await alice.goto(app.url)
  await startInterview(alice, { question: SOME_QUESTION, name: 'Alice' })
  const link = await linkOf(alice, 'Candidate')
  await look('share sheet', alice, DIALOG)
  await closeShareSheet(alice)
  await boardIsOpen(alice)
  await look('lobby, interviewer', alice)

  await bob.page.goto(link.replace(/#.*/, '#wrong'))
  await expect(bob.page.getByRole('heading', { name: 'This link opens no room' })).toBeVisible()
  await look('wrong link', bob.page)
  await bob.page.goto(link.replace(/#.*/, ''))
  await look('no link', bob.page)
  await bob.page.goto(`${app.url}/nowhere`)
  await look('no page', bob.page)
  await bob.page.goto(link)
  await expect(bob.page.getByRole('textbox', { name: 'Your name' })).toBeVisible()
  await look('join', bob.page)
  await joinByLink(bob, link)
  await boardIsOpen(bob.page)
  await look('lobby, candidate', bob.page)

  await startRound(alice)
  await presentQuestion(alice)
  await drawBox(alice, { x: 150, y: 150 }, { x: 250, y: 250 })
  await revealFollowUp(alice, 0)
  await giveHint(alice, 0, 'nudge')
  await takeNote(alice, 'A note.')
  for (const tab of ['Run', 'Question', 'Follow-ups', 'Checklist', 'Board', 'Notes'] as const) {
    await openTab(alice, tab)
    await look(`${tab}, interviewer`, alice, tab === 'Run' ? undefined : PANEL)
  }
  await look('question, candidate', bob.page, PANEL)
  await placeChain(alice, ['client: Web', 'service: Checkout | HTTPS', 'redis: Carts | GET'])
  await look('settings of a component', alice, BOARD)
  for (const name of ['Components', 'Outline'] as const) {
    await railButton(alice, name).click()
    await expect(board(alice).getByRole('region', { name, exact: true })).toBeVisible()
    await look(`${name}, in the dock`, alice, BOARD)
    await railButton(alice, name).click()
  }
  await selectNothing(alice)
  await alice.keyboard.press('/')
  await expect(board(alice).getByRole('combobox', { name: 'Add to the board' })).toBeFocused()
  await look('picker', alice, BOARD)
  await alice.keyboard.press('Escape')
  await alice.keyboard.press('Alt+/')
  await expect(alice.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await look('shortcuts', alice, DIALOG)
  await alice.keyboard.press('Escape')
  await alice.setViewportSize({ width: 390, height: 844 })
  await look('small screen, interviewer', alice)
  await alice.getByRole('button', { name: 'Room menu' }).click()
  await look('small screen, menu', alice)
  await alice.keyboard.press('Escape')
  await alice.setViewportSize({ width: 1280, height: 720 })

  await startDebrief(alice)
  await alice.getByRole('button', { name: 'End the interview…' }).click()
  await look('ending', alice, DIALOG)
  await alice.keyboard.press('Escape')
  await endInterview(alice)
  for (const page of [alice, bob.page]) {
    await recordIsOpen(page)
    await look('record', page)
  }
  await alice.getByRole('button', { name: 'Share with candidate' }).click()
  await expect(shareDialog(alice)).toBeVisible()
  await look('sharing', alice, DIALOG)
  await alice.keyboard.press('Escape')
  await alice.getByRole('button', { name: 'Download ZIP' }).click()
  await expect(alice.getByRole('dialog', { name: 'Your record is downloaded' })).toBeVisible()
  await look('download', alice, DIALOG)
  await alice.goto(app.url)
  await expect(alice.getByText('Rooms you have been in')).toBeVisible()
  await look('home, with rooms', alice)

  expect(found).toEqual([])
})
