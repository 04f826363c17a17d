import { png } from '@drawbar/server/testing/images.ts'
import { readArchive } from './testing/archive.ts'
import { bankQuestion } from './testing/bank.ts'
import { holdInterview, SOME_QUESTION } from './testing/hold-interview.ts'
import { agree, drawBox, newShape, shape, takeTool } from './testing/pages/board.ts'
import { downloadZip, endInterview, recordIsOpen, shareWithCandidate } from './testing/pages/ending.ts'
import { mark, presentQuestion, startRound, takeNote } from './testing/pages/panel.ts'
import { isSaved } from './testing/pages/save-state.ts'
import { shareSheet } from './testing/pages/share-sheet.ts'
import { plainText } from './testing/plain-text.ts'
import { expect, test } from './testing/test.ts'

/** A name that leads to this machine and is not localhost; see playwright.config.ts. */
const LAN_NAME = 'drawbar.test'

test('an interview works on plain http in a LAN, where browsers withhold a lot', async ({ app, people }) => {
  test.setTimeout(120_000)
  const url = app.url.replace('127.0.0.1', LAN_NAME)
  people.allow(url)
  const { alice, bob, links } = await holdInterview({ people, url })
  expect(await alice.page.evaluate(() => window.isSecureContext)).toBe(false)
  expect(links.candidate.startsWith(`${url}/r/`)).toBe(true)

  await alice.page.getByRole('button', { name: 'Invite people' }).first().click()
  await shareSheet(alice.page).getByRole('button', { name: 'Copy the candidate link' }).click()
  await alice.page.keyboard.press('Escape')
  await expect(shareSheet(alice.page)).toBeHidden()
  const field = alice.page.getByRole('textbox', { name: 'New note' })
  await field.press('Control+v')
  await expect(field).toHaveValue(links.candidate)
  await field.fill('')

  const box = await drawBox(bob.page, { x: 150, y: 150 }, { x: 250, y: 250 })
  await expect(shape(alice.page, box)).toBeVisible()
  const image = await newShape(bob.page, async () => {
    // A browser lets a page ask for a file only within seconds of a click.
    await takeTool(bob.page, 'v')
    const choosing = bob.page.waitForEvent('filechooser')
    // Its button is behind the toolbar's arrow while another tool has been used last.
    await bob.page.keyboard.press('Control+u')
    await (
      await choosing
    ).setFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(png(90, 60)) })
  })
  await expect(shape(alice.page, image).locator('img')).toBeVisible()
  await agree(alice.page, bob.page)
  await bob.page.reload()
  await isSaved(bob.page)
  await agree(alice.page, bob.page)

  await startRound(alice.page)
  await presentQuestion(alice.page)
  const [item] = (await bankQuestion(SOME_QUESTION)).checklist
  await mark(alice.page, plainText(item?.text ?? ''), 'Seen')
  await takeNote(alice.page, 'From the LAN.')
  await endInterview(alice.page)
  await Promise.all([alice, bob].map(({ page }) => recordIsOpen(page)))
  await shareWithCandidate(alice.page, { notes: ['From the LAN.'], message: 'Thank you.' })
  const { record, board } = readArchive(await downloadZip(alice.page))
  expect(record.checklist?.filter((one) => one.mark === 'seen')).toHaveLength(1)
  // The image is inside the file, for whoever opens it elsewhere.
  const sources = board.flatMap((one) => (one.typeName === 'asset' ? [one.props.src?.slice(0, 22)] : []))
  expect(sources).toEqual(['data:image/png;base64,'])
})
