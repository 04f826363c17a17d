import { holdInterview } from './testing/hold-interview.ts'
import { boardIsOpen } from './testing/pages/board.ts'
import { goToPhase, openTab, panel, startRound } from './testing/pages/panel.ts'
import { expect, test } from './testing/test.ts'

test('the panel is resized, closed, and a sheet below the board on a small screen', async ({
  app,
  people,
}) => {
  const { alice } = await holdInterview({ people, url: app.url })
  const { page } = alice
  const width = async () => Math.round((await panel(page).boundingBox())?.width ?? 0)
  const atFirst = await width()
  expect(atFirst).toBeGreaterThan(360)
  expect(atFirst).toBeLessThan(400)

  const edge = page.getByRole('separator', { name: 'Width of the panel' })
  await edge.focus()
  for (let presses = 0; presses < 3; presses += 1) await edge.press('ArrowLeft')
  const wider = await width()
  expect(wider).toBeGreaterThan(atFirst)
  await edge.hover()
  await page.mouse.down()
  await page.mouse.move(1280 - atFirst, 300)
  await page.mouse.up()
  expect(await width()).toBeLessThan(wider)
  const chosen = await width()
  await page.reload()
  await boardIsOpen(page)
  await expect.poll(width).toBe(chosen)

  await page.getByRole('button', { name: 'Hide the panel' }).click()
  await expect(panel(page)).toBeHidden()
  await page.getByRole('button', { name: 'Show the panel' }).click()
  await expect(panel(page)).toBeVisible()

  await page.setViewportSize({ width: 899, height: 800 })
  const sheet = page.getByRole('button', { name: 'Interview panel' })
  await expect(sheet).toHaveAttribute('aria-expanded', 'false')
  await sheet.click()
  await expect(panel(page).getByRole('tab', { name: 'Run' })).toBeVisible()
  await startRound(page)
  await expect(page.getByRole('timer')).toBeVisible()
})

test('only the interviewer is told of the pace, what to watch for, and the steps', async ({
  app,
  people,
}) => {
  const { alice, bob } = await holdInterview({ people, url: app.url })
  await startRound(alice.page)
  await goToPhase(alice.page, 'Requirements and scope')
  await expect(alice.page.getByText('Watch for:')).toBeVisible()
  await expect(bob.page.getByRole('banner')).toContainText('Requirements and scope')
  await expect(bob.page.getByRole('tab')).toHaveText(['Question', 'Notes'])
  await expect(bob.page.getByText('Watch for:')).toHaveCount(0)
  await expect(bob.page.getByRole('button', { name: /pause|phase|end|invite|bring/i })).toHaveCount(0)
  await openTab(alice.page, 'Checklist')
  await expect(bob.page.getByRole('group')).toHaveCount(0)
})
