import { holdInterview } from './testing/hold-interview.ts'
import { board, canvas, drag } from './testing/pages/board.ts'
import { presentQuestion, startRound } from './testing/pages/panel.ts'
import { pick } from './testing/pages/picker.ts'
import { clickShape, component, handleOf, middleOf, pieces, selectNothing } from './testing/pages/pieces.ts'
import { expect, test } from './testing/test.ts'

/** A question whose starter is locked. */
const WITH_STARTER = "Breaking up a shop's single application while it sells"

test('a candidate builds on what the question gives, with the mouse', async ({ app, people }) => {
  test.setTimeout(180_000)
  const { alice, bob } = await holdInterview({ people, url: app.url, start: { question: WITH_STARTER } })
  for (const person of [alice, bob]) await person.page.setViewportSize({ width: 1600, height: 900 })
  const page = bob.page
  await startRound(alice.page)
  await presentQuestion(alice.page)
  await board(page)
    .getByRole('region', { name: 'Begin with' })
    .getByRole('button', { name: 'What the question gives' })
    .click()
  await expect(pieces(alice.page, 'arrow')).toHaveCount(3)
  const shop = component(page, 'Shop application')

  await test.step('from a locked component to an empty place', async () => {
    await selectNothing(page)
    await drag(page, await handleOf(page, 'Shop application', 'bottom'), { x: 800, y: 700 })
    const picker = page.getByRole('dialog', { name: 'Connect Shop application to…' })
    await picker.getByRole('combobox').fill('kafka: Sales | order placed')
    await picker.getByRole('combobox').press('Enter')
    await expect(component(alice.page, 'Sales')).toBeVisible()
    await expect(pieces(alice.page, 'arrow', 'order placed')).toBeVisible()
  })

  await test.step('what was picked for a handle goes in one step, and comes back in one', async () => {
    await page.keyboard.press('Control+z')
    await expect(component(alice.page, 'Sales')).toHaveCount(0)
    await expect(pieces(alice.page, 'arrow')).toHaveCount(3)
    await page.keyboard.press('Control+Shift+z')
    await expect(pieces(alice.page, 'arrow', 'order placed')).toBeVisible()
  })

  await test.step('from a component of one’s own to a locked one', async () => {
    await selectNothing(page)
    await pick(page, page.keyboard, 'service: Search')
    await selectNothing(page)
    await drag(page, await handleOf(page, 'Search', 'left'), await middleOf(shop))
    await expect(pieces(alice.page, 'arrow')).toHaveCount(5)
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('nothing is made over its own component, nor without an answer', async () => {
    await drag(page, await handleOf(page, 'Search', 'left'), await middleOf(component(page, 'Search')))
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await drag(page, await handleOf(page, 'Search', 'right'), { x: 1500, y: 800 })
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(pieces(page, 'arrow')).toHaveCount(5)
    await expect(pieces(alice.page, 'arrow')).toHaveCount(5)
  })

  await test.step('what an arrow says stays when the empty canvas is clicked', async () => {
    const arrow = pieces(page, 'arrow', 'order placed')
    await clickShape(page, arrow.getByText('order placed'))
    const settings = page.getByRole('group', { name: 'Connection' })
    await settings.getByRole('textbox', { name: 'Rate' }).fill('12.5k rps')
    const box = await canvas(page).boundingBox()
    await page.mouse.click((box?.x ?? 0) + 1000, (box?.y ?? 0) + 120)
    await expect(settings).toHaveCount(0)
    await expect(pieces(alice.page, 'arrow', 'order placed · 12.5k rps')).toBeVisible()
  })
})
