import { writeFile } from 'node:fs/promises'
import type { Question } from '@drawbar/shared/question/question.ts'
import type { Page } from '@playwright/test'
import { readArchive } from './testing/archive.ts'
import { bankQuestion } from './testing/bank.ts'
import { SOME_QUESTION } from './testing/hold-interview.ts'
import { agree, boardIsOpen, drawBox, shape } from './testing/pages/board.ts'
import {
  downloadZip,
  endInterview,
  recordIsOpen,
  shareDialog,
  shareWithCandidate,
  startDebrief,
} from './testing/pages/ending.ts'
import { startInterview } from './testing/pages/home-page.ts'
import {
  checklistItem,
  giveHint,
  goToPhase,
  mark,
  panel,
  playConstraint,
  presentQuestion,
  revealed,
  revealFollowUp,
  startRound,
  takeNote,
} from './testing/pages/panel.ts'
import { isSaved } from './testing/pages/save-state.ts'
import { closeShareSheet, linkOf, shareSheet } from './testing/pages/share-sheet.ts'
import { plainText } from './testing/plain-text.ts'
import { expect, test } from './testing/test.ts'

const ALICES_NOTE = 'Asked about lost messages at once.'
const ALICES_OTHER_NOTE = 'Only for me: too slow to begin.'
const BOBS_NOTE = 'Remember to mention backoff.'
const MESSAGE = 'Well done. Say your numbers aloud.'

test('two people hold an interview and leave with its record', async ({ app, people }, testInfo) => {
  test.setTimeout(240_000)
  const question = await bankQuestion(SOME_QUESTION)
  const alice = await people.come('Alice')
  const bob = await people.come('Bob')

  await test.step('alice starts it and is given the links', async () => {
    await alice.page.goto(app.url)
    await startInterview(alice.page, {
      question: question.title,
      level: 'Senior',
      minutes: '45',
      name: 'Alice',
    })
    await expect(shareSheet(alice.page)).toBeVisible()
  })
  const link = await linkOf(alice.page, 'Candidate')
  await test.step('the sheet copies a link and shows it as a picture', async () => {
    const candidate = shareSheet(alice.page).getByRole('region', { name: 'Candidate' })
    await candidate.getByRole('button', { name: 'Copy the candidate link' }).click()
    expect(await alice.page.evaluate(() => navigator.clipboard.readText())).toBe(link)
    await candidate.getByRole('button', { name: 'QR code of the candidate link' }).click()
    await expect(candidate.getByRole('img', { name: 'QR code of the candidate link' })).toBeVisible()
    await closeShareSheet(alice.page)
  })

  await test.step('bob joins by the link, which leaves the address bar', async () => {
    await bob.page.goto(link)
    await expect(bob.page.getByRole('heading', { name: 'Join Alice’s interview' })).toBeVisible()
    expect(bob.page.url()).not.toContain('#')
    await bob.page.getByRole('textbox', { name: 'Your name' }).fill('Bob')
    await bob.page.getByRole('button', { name: 'Join', exact: true }).click()
    await boardIsOpen(bob.page)
    expect(bob.page.url()).toBe(link.replace(/#.*/, ''))
  })
  await test.step('the lobby shows bob a board and no question', async () => {
    await expect(panel(bob.page)).toContainText('The question comes here')
    await expect(bob.page.getByText(question.title)).toHaveCount(0)
    await expect(panel(alice.page)).toContainText('Bob is here as the candidate.')
    await reloadBoth(alice.page, bob.page)
  })

  await test.step('alice starts the clock and presents the question', async () => {
    await startRound(alice.page)
    await expect(bob.page.getByRole('timer')).toHaveText(/^0:\d\d$/)
    await expect(panel(bob.page)).toContainText('The interview is running.')
    await presentQuestion(alice.page)
    await expect(panel(bob.page).getByRole('heading', { name: question.title })).toBeVisible()
    await expect(panel(bob.page)).toContainText(firstWords(question.prompt))
  })
  await test.step('phases and pauses are everyone’s', async () => {
    await goToPhase(alice.page, 'Requirements and scope')
    await expect(bob.page.getByRole('banner')).toContainText('Requirements and scope')
    await panel(alice.page).getByRole('button', { name: 'Pause the clock' }).click()
    await expect(bob.page.getByRole('banner')).toContainText('Paused')
    await panel(alice.page).getByRole('button', { name: 'Resume the clock' }).click()
    await expect(bob.page.getByRole('banner')).not.toContainText('Paused')
  })

  await test.step('both draw', async () => {
    const alices = await drawBox(alice.page, { x: 100, y: 100 }, { x: 200, y: 200 })
    await expect(shape(bob.page, alices)).toBeVisible()
    const bobs = await drawBox(bob.page, { x: 300, y: 100 }, { x: 400, y: 200 })
    await expect(shape(alice.page, bobs)).toBeVisible()
    await isSaved(bob.page)
  })
  await test.step('bob sees what alice reveals, in order', async () => {
    await revealFollowUp(alice.page, 1)
    await giveHint(alice.page, 1, 'nudge')
    await giveHint(alice.page, 1, 'pointer')
    await playConstraint(alice.page, 0)
    await expect(revealed(bob.page)).toContainText(expectedReveals(question))
  })
  await test.step('alice marks by click and by key, and takes notes', async () => {
    const [first, second, third] = question.checklist.map(({ text }) => plainText(text))
    if (!first || !second || !third) throw new Error('the question has no three items')
    await mark(alice.page, first, 'Seen')
    const buttons = (item: string) => checklistItem(alice.page, item).getByRole('button')
    await expect(buttons(first).and(alice.page.getByLabel('Seen'))).toHaveAttribute('aria-pressed', 'true')
    await buttons(first).first().press('ArrowDown')
    await alice.page.keyboard.press('2')
    await alice.page.keyboard.press('j')
    await alice.page.keyboard.press('3')
    await expect(panel(alice.page).getByRole('button', { pressed: true })).toHaveCount(3)
    await takeNote(alice.page, ALICES_NOTE)
    await takeNote(alice.page, ALICES_OTHER_NOTE)
    await takeNote(bob.page, BOBS_NOTE)
    await expect(panel(alice.page).getByRole('list', { name: 'Notes' })).not.toContainText(BOBS_NOTE)
    await expect(panel(bob.page).getByRole('list', { name: 'Notes' })).not.toContainText(ALICES_NOTE)
    await reloadBoth(alice.page, bob.page)
    await expect(panel(bob.page).getByRole('heading', { name: question.title })).toBeVisible()
    await agree(alice.page, bob.page)
  })

  await test.step('the debrief begins, and the interview ends in the record', async () => {
    await startDebrief(alice.page)
    await expect(bob.page.getByRole('banner')).toContainText('Debrief')
    await reloadBoth(alice.page, bob.page)
    await endInterview(alice.page)
    await Promise.all([alice, bob].map(({ page }) => recordIsOpen(page)))
  })
  await test.step('alice’s record has everything, bob’s nothing of hers', async () => {
    await Promise.all([alice, bob].map(({ page }) => page.reload()))
    await Promise.all([alice, bob].map(({ page }) => recordIsOpen(page)))
    for (const text of [ALICES_NOTE, ALICES_OTHER_NOTE, 'Checklist', 'Result by dimension', 'Timeline']) {
      await expect(alice.page.getByRole('article')).toContainText(text)
    }
    await expect(bob.page.getByRole('article')).toContainText(BOBS_NOTE)
    for (const text of [ALICES_NOTE, ALICES_OTHER_NOTE, 'Checklist', 'Result by dimension']) {
      await expect(bob.page.getByRole('article')).not.toContainText(text)
    }
  })
  await test.step('bob’s copy shows what the preview has shown', async () => {
    await shareWithCandidate(alice.page, { notes: [ALICES_NOTE], message: MESSAGE }, async () => {
      const preview = shareDialog(alice.page).getByRole('region', { name: /^Preview/ })
      for (const text of [ALICES_NOTE, MESSAGE]) await expect(preview).toContainText(text)
      for (const text of [ALICES_OTHER_NOTE, 'Result by dimension'])
        await expect(preview).not.toContainText(text)
    })
    await bob.page.reload()
    await recordIsOpen(bob.page)
    for (const text of [ALICES_NOTE, MESSAGE, BOBS_NOTE])
      await expect(bob.page.getByRole('article')).toContainText(text)
    for (const text of [ALICES_OTHER_NOTE, 'Result by dimension']) {
      await expect(bob.page.getByRole('article')).not.toContainText(text)
    }
  })

  await test.step('the archive’s files open', async () => {
    const alices = readArchive(await downloadZip(alice.page))
    const bobs = readArchive(await downloadZip(bob.page))
    const names = ['board.png', 'board.svg', 'board.tldr', 'record.json', 'report.html', 'report.md']
    expect([alices.names, bobs.names]).toEqual([names, names])
    expect([alices.record.copy, bobs.record.copy]).toEqual(['interviewer', 'candidate'])
    for (const { board, png, svg, markdown } of [alices, bobs]) {
      expect(board.filter(({ typeName }) => typeName === 'shape')).toHaveLength(2)
      // Two boxes of 100 pixels, 100 pixels apart, with what tldraw leaves around a picture; twice as large.
      expect(png.width).toBeGreaterThan(600)
      expect(png.height).toBeGreaterThan(200)
      expect(svg).toMatch(/^<svg/)
      expect(markdown).toContain(question.title)
    }
    expect(alices.record.notes.map(({ text }) => text)).toEqual([ALICES_NOTE, ALICES_OTHER_NOTE])
    expect(bobs.record.notes.map(({ text }) => text).toSorted()).toEqual([ALICES_NOTE, BOBS_NOTE].toSorted())

    const file = testInfo.outputPath('report.html')
    await writeFile(file, bobs.html)
    const reader = await people.come('Reader', { offline: true })
    const asked: string[] = []
    reader.context.on('request', (request) => asked.push(request.url()))
    await reader.page.goto(`file://${file}`)
    await expect(reader.page.getByRole('heading', { name: question.title })).toBeVisible()
    await expect(reader.page.locator('body')).toContainText(MESSAGE)
    expect(asked).toEqual([`file://${file}`])
  })
  await test.step('the home page lists the room', async () => {
    await bob.page.goto(app.url)
    await bob.page
      .getByRole('region', { name: 'Rooms you have been in' })
      .getByRole('button', { name: question.title })
      .first()
      .click()
    await recordIsOpen(bob.page)
  })
})

/** Everyone stays in through a reload. */
async function reloadBoth(...pages: Page[]): Promise<void> {
  await Promise.all(pages.map((page) => page.reload()))
  await Promise.all(pages.map((page) => boardIsOpen(page)))
  await Promise.all(pages.map((page) => isSaved(page)))
}

function expectedReveals(question: Question): string[] {
  const followUp = question.followUps[1]
  const card = question.constraints[0]
  if (!followUp || !card) throw new Error('the question has too little to reveal')
  return [followUp.question, followUp.hints.nudge, followUp.hints.pointer, card.card].map(plainText)
}

function firstWords(text: string): string {
  return plainText(text).slice(0, 40)
}
