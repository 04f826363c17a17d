import type { Locator, Page } from '@playwright/test'
import { holdInterview } from './testing/hold-interview.ts'
import {
  agree,
  board,
  canvas,
  drag,
  drawBox,
  drawnAt,
  newShape,
  shape,
  type At,
} from './testing/pages/board.ts'
import { endInterview, recordIsOpen } from './testing/pages/ending.ts'
import { startRound } from './testing/pages/panel.ts'
import { pick } from './testing/pages/picker.ts'
import {
  clickShape,
  component,
  handleOf,
  middleOf,
  openOutline,
  outlineLine,
  pieces,
  placeChain,
  railButton,
  selectNothing,
} from './testing/pages/pieces.ts'
import { expect, test } from './testing/test.ts'

/** Wide enough for a small design beside what stands around the canvas. */
const WIDE = { width: 1600, height: 900 }

test('a design grows from every way in, and both see it', async ({ app, people }) => {
  test.setTimeout(180_000)
  const { alice, bob } = await holdInterview({ people, url: app.url })
  for (const person of [alice, bob]) await person.page.setViewportSize(WIDE)
  const page = bob.page

  await test.step('the picker places a piece and connects the next one to it', async () => {
    await selectNothing(page)
    // As long as a finger holds it: the picker is open before the key comes up.
    await page.keyboard.down('/')
    const first = page.getByRole('dialog', { name: 'Add to the board' }).getByRole('combobox')
    await expect(first).toBeFocused()
    await page.keyboard.up('/')
    await first.fill('service: Checkout')
    await first.press('Enter')
    await pick(page, page.keyboard, 'kafka: Orders x3 | order placed')
    await expect(component(alice.page, 'Checkout')).toBeVisible()
    await expect(component(alice.page, 'Orders')).toContainText('Kafka')
    await expect(component(alice.page, 'Orders')).toContainText('3')
    await expect(pieces(alice.page, 'arrow', 'order placed')).toBeVisible()
  })

  await test.step('a tile of the palette goes where it is let go', async () => {
    await selectNothing(page)
    await railButton(page, 'Components').click()
    const tile = board(page)
      .getByRole('region', { name: 'Components' })
      .getByRole('button', { name: 'Cache' })
    await tile.scrollIntoViewIfNeeded()
    const at = await onCanvas(page, { x: 500, y: 650 })
    const from = await middleOf(tile)
    const id = await newShape(page, () => drag(page, from, at))
    await expect(component(alice.page, 'Cache')).toBeVisible()
    const middle = await middleOf(shape(page, id))
    expect(Math.hypot(middle.x - at.x, middle.y - at.y)).toBeLessThan(2)
    // Nothing was selected, so nothing leads there.
    await expect(pieces(page, 'arrow')).toHaveCount(1)
    await railButton(page, 'Components').click()
  })

  await test.step('a handle is dragged to another component', async () => {
    await selectNothing(page)
    const from = await handleOf(page, 'Checkout', 'bottom')
    await drag(page, from, await middleOf(component(page, 'Cache')))
    await expect(pieces(alice.page, 'arrow')).toHaveCount(2)
    await openOutline(alice.page)
    await expect(outlineLine(alice.page, /^Checkout, service; to: .*Cache/)).toBeVisible()
  })

  await test.step('a handle that is let go over nothing asks what stands there', async () => {
    await selectNothing(page)
    const from = await handleOf(page, 'Cache', 'right')
    await drag(page, from, await onCanvas(page, { x: 850, y: 600 }))
    const picker = page.getByRole('dialog', { name: 'Connect Cache to…' })
    await picker.getByRole('combobox').fill('postgres: Ledger')
    await picker.getByRole('combobox').press('Enter')
    await expect(component(alice.page, 'Ledger')).toContainText('PostgreSQL')
    await expect(outlineLine(alice.page, /^Cache; to: Ledger \(request\); from: Checkout/)).toBeVisible()
  })

  await test.step('a plain box becomes a component with its arrows', async () => {
    const box = await drawBox(page, { x: 300, y: 100 }, { x: 460, y: 180 })
    await page.keyboard.press('Enter')
    await expect(shape(page, box).locator('[contenteditable="true"]')).toBeFocused()
    await page.keyboard.type('Payments')
    await page.keyboard.press('Escape')
    await expect(shape(alice.page, box)).toContainText('Payments')
    await page.keyboard.press('/')
    const picker = page.getByRole('dialog', { name: 'Turn this box into…' })
    await picker.getByRole('combobox').fill('gateway')
    await picker.getByRole('combobox').press('Enter')
    await expect(shape(alice.page, box)).toHaveCount(0)
    await expect(component(alice.page, 'Payments')).toBeVisible()
    await expect(outlineLine(alice.page, /^Payments, gateway/)).toBeVisible()
  })

  await test.step('a zone carries what stands in it', async () => {
    await selectNothing(page)
    await clickShape(page, component(page, 'Cache'))
    await page.keyboard.down('Shift')
    await clickShape(page, component(page, 'Ledger'))
    await page.keyboard.up('Shift')
    await pick(page, page.keyboard, 'region: eu-west')
    await expect(pieces(alice.page, 'zone', 'eu-west')).toBeVisible()
    await expect(outlineLine(alice.page, 'eu-west, region')).toBeVisible()
    const before = await Promise.all(['Cache', 'Ledger', 'Checkout'].map((name) => whereIs(alice.page, name)))
    await selectNothing(page)
    const heading = await middleOf(pieces(page, 'zone').getByText('eu-west', { exact: true }))
    await drag(page, heading, { x: heading.x + 60, y: heading.y + 40 })
    for (const { page: each } of [alice, bob]) {
      await expect.poll(() => moved(each, 'Cache', before[0])).toEqual({ x: 60, y: 40 })
      await expect.poll(() => moved(each, 'Ledger', before[1])).toEqual({ x: 60, y: 40 })
      expect(await moved(each, 'Checkout', before[2])).toEqual({ x: 0, y: 0 })
    }
  })

  await test.step('tidying is one step to take back', async () => {
    await selectNothing(page)
    const names = ['Checkout', 'Orders', 'Cache', 'Ledger', 'Payments']
    const places = () => Promise.all(names.map((name) => whereIs(page, name)))
    const before = await places()
    await page.keyboard.press('Shift+T')
    await expect.poll(places).not.toEqual(before)
    await agree(alice.page, page)
    await page.keyboard.press('Control+z')
    await expect.poll(places).toEqual(before)
    await agree(alice.page, page)
  })

  await test.step('what is locked says so, and is unlocked where one sees it', async () => {
    const settings = page.getByRole('group', { name: 'Component', exact: true })
    const technology = settings.getByRole('combobox', { name: 'Technology' })
    await clickShape(page, component(page, 'Ledger'))
    await expect(technology).toBeEnabled()
    await page.keyboard.press('Shift+L')
    // Locking lets go of it; the right button still takes it.
    await clickShape(page, component(page, 'Ledger'), 1, 'right')
    await expect(page.getByRole('menuitem', { name: 'Unlock', exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
    await clickShape(page, component(page, 'Ledger'), 1, 'right')
    await expect(technology).toBeDisabled()
    await page.getByRole('menuitem', { name: 'Unlock', exact: true }).click()
    await expect(technology).toBeEnabled()

    await page.keyboard.press('Shift+L')
    await openOutline(page)
    await outlineLine(page, /^Ledger, /).click()
    await expect(technology).toBeDisabled()
    await board(page).getByRole('button', { name: 'Unlock', exact: true }).click()
    await expect(technology).toBeEnabled()
    await railButton(page, 'Outline').click()
  })

  await test.step('the outline moves the camera', async () => {
    await page.mouse.move(...place(await onCanvas(page, { x: 600, y: 400 })))
    await alice.page.mouse.move(...place(await onCanvas(alice.page, { x: 600, y: 400 })))
    await alice.page.mouse.wheel(4000, 3000)
    await expect(component(alice.page, 'Ledger')).not.toBeInViewport()
    // Anything that moves the camera meanwhile, such as the last of the wheel, stops the way there.
    await expect(async () => {
      await outlineLine(alice.page, /^Ledger, /).click()
      await expect(component(alice.page, 'Ledger')).toBeInViewport({ timeout: 2_000 })
    }).toPass()
    await expect(outlineLine(alice.page, /^Ledger, /)).toHaveAttribute('aria-current', 'true')
  })
})

test('two people write into one card, and numbers compute for both', async ({ app, people }) => {
  test.setTimeout(180_000)
  const { alice, bob } = await holdInterview({ people, url: app.url })
  for (const person of [alice, bob]) await person.page.setViewportSize(WIDE)
  const page = bob.page

  await test.step('each writes into a cell of their own at the same time', async () => {
    await selectNothing(page)
    await pick(page, page.keyboard, 'api: Orders')
    await page.keyboard.press('Enter')
    await expect(cell(page, 'Method, row 1')).toBeFocused()
    await clickShape(alice.page, pieces(alice.page, 'card', 'Orders'), 2)
    await cell(alice.page, 'Fields, row 1').click()
    await cell(page, 'Path, row 1').click()
    await Promise.all([
      page.keyboard.type('/orders/{id}', { delay: 30 }),
      alice.page.keyboard.type('id, lines, total', { delay: 30 }),
    ])
    for (const each of [page, alice.page]) {
      await expect(cell(each, 'Path, row 1')).toHaveValue('/orders/{id}')
      await expect(cell(each, 'Fields, row 1')).toHaveValue('id, lines, total')
    }
    for (const each of [page, alice.page]) {
      await each.keyboard.press('Escape')
      await expect(pieces(each, 'card')).toContainText('/orders/{id}')
      await expect(pieces(each, 'card')).toContainText('id, lines, total')
    }
  })

  await test.step('a decision sits on an arrow and goes where the arrow goes', async () => {
    await placeChain(page, ['service: Shop', 'postgres: Stock'])
    await selectNothing(page)
    await pick(page, page.keyboard, 'decision: Why SQL')
    const decision = pieces(page, 'card', 'Why SQL')
    const at = await middleOf(decision)
    const [shop, stock] = await Promise.all(['Shop', 'Stock'].map((name) => middleOf(component(page, name))))
    if (!shop || !stock) throw new Error('the chain is not there')
    await drag(page, at, { x: (shop.x + stock.x) / 2, y: (shop.y + stock.y) / 2 + 40 })
    const id = (await decision.getAttribute('data-shape-id')) ?? ''
    const before = await drawnAt(page, id)
    await drag(page, { x: stock.x + 80, y: stock.y }, { x: stock.x + 80, y: stock.y + 200 })
    await expect.poll(async () => (await drawnAt(page, id)).y - before.y).toBeGreaterThan(20)
    await agree(alice.page, page)
    await page.keyboard.press('Control+z')
    await expect.poll(() => drawnAt(page, id)).toEqual(before)
    await agree(alice.page, page)
  })

  await test.step('a worksheet computes, row by row', async () => {
    await placeChain(page, ['service: Feed'])
    await selectNothing(page)
    await pick(page, page.keyboard, 'worksheet: Peak')
    await page.keyboard.press('Enter')
    await writeRow(page, 1, 'users', '10M users')
    await page.keyboard.press('Enter')
    await writeRow(page, 2, 'requests', 'users * 20 req/user/day in req/s')
    await expect(pieces(alice.page, 'worksheet', 'Peak')).toContainText(/≈ 2\s310 req\/s/)
    await page.keyboard.press('Enter')
    await writeRow(page, 3, 'both', 'users + requests')
    await expect(pieces(alice.page, 'worksheet')).toContainText('You add req/s to users')
    // Whoever writes is told in full, in words that a screen reader hears.
    await expect(
      canvas(page).getByRole('group', { name: 'Worksheet, being written' }).locator('output'),
    ).toHaveText('You add req/s to users; they measure different things.')
  })

  await test.step('a pinned result follows its row', async () => {
    await cell(page, 'Name of row 2').click()
    await page.getByRole('button', { name: 'Pin result' }).click()
    const bar = page.getByRole('group', { name: 'Pin a result' })
    await bar.getByRole('combobox', { name: 'What to pin it to' }).selectOption({ label: 'Feed' })
    await bar.getByRole('button', { name: 'Pin', exact: true }).click()
    await expect(canvas(alice.page).getByText(/^requests≈ 2\s310 req\/s$/)).toBeVisible()
    await clickShape(page, pieces(page, 'worksheet'), 2)
    await cell(page, 'Calculation of row 2').fill('users * 40 req/user/day in req/s')
    await expect(canvas(alice.page).getByText(/^requests≈ 4\s630 req\/s$/)).toBeVisible()
  })
})

test('a request walk leads both along it and stands in the record', async ({ app, people }) => {
  test.setTimeout(180_000)
  const { alice, bob } = await holdInterview({ people, url: app.url })
  for (const person of [alice, bob]) await person.page.setViewportSize(WIDE)
  await startRound(alice.page)
  const page = bob.page
  await placeChain(page, ['client: Browser', 'service: Shop', 'postgres: Stock'])
  await expect(component(alice.page, 'Stock')).toHaveCount(1)
  const walkOf = (each: Page) => board(each).getByRole('group', { name: 'Request walk' })
  const whereItIs = (each: Page) => board(each).locator('[data-state="now"]')

  await selectNothing(page)
  await railButton(page, 'Walk a request').click()
  const choice = board(page).getByRole('group', { name: 'Choose a path to walk' })
  await expect(choice.getByRole('button', { name: 'Start' })).toBeVisible()
  for (const name of ['Browser', 'Shop', 'Stock']) await clickShape(page, component(page, name))
  await expect(choice).toContainText('Browser → Shop → Stock')
  await choice.getByRole('button', { name: 'Start' }).click()

  await expect(walkOf(alice.page)).toContainText('Step 1 of 3: Browser')
  await expect(walkOf(alice.page)).toContainText('Begun by Bob')
  for (const each of [page, alice.page]) {
    await expect(whereItIs(each)).toHaveText('1')
    expect(await pulses(each)).toBe(true)
  }
  await page.keyboard.press('ArrowRight')
  await expect(walkOf(alice.page)).toContainText('Step 2 of 3: Shop')
  await expect(whereItIs(alice.page)).toHaveText('2')
  await walkOf(alice.page).getByRole('button', { name: 'Next step' }).click()
  await expect(walkOf(page)).toContainText('Step 3 of 3: Stock')

  await clickShape(alice.page, component(alice.page, 'Stock'))
  await alice.page.keyboard.press('Delete')
  for (const each of [page, alice.page]) {
    await expect(walkOf(each)).toContainText('Step 3 of 3: Stock (no longer on the board)')
    await expect(whereItIs(each)).toHaveCount(0)
  }
  await walkOf(page).getByRole('button', { name: 'Previous step' }).click()
  await expect(walkOf(page)).not.toContainText('no longer')
  await expect(whereItIs(alice.page)).toHaveText('2')
  await walkOf(page).getByRole('button', { name: 'End the walk' }).click()
  await expect(walkOf(alice.page)).toHaveCount(0)

  await endInterview(alice.page)
  await recordIsOpen(alice.page)
  const line = alice.page.getByRole('region', { name: 'Timeline' }).getByRole('listitem')
  await expect(line.filter({ hasText: 'Bob walked a request' })).toContainText(
    'Browser → Shop → Stock (3 steps)',
  )
})

/** A field of the card or the worksheet that is being written. */
function cell(page: Page, name: string): Locator {
  return canvas(page).getByLabel(name, { exact: true })
}

async function writeRow(page: Page, row: number, name: string, expression: string): Promise<void> {
  await expect(cell(page, `Name of row ${row}`)).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(expression)
}

/** Whether anything on the page pulses, as the stop of a walk does. */
async function pulses(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .some(
        (one) =>
          one instanceof CSSAnimation && one.animationName.includes('pulse') && one.playState === 'running',
      ),
  )
}

/** A point of the canvas in px of the window. */
async function onCanvas(page: Page, { x, y }: At): Promise<At> {
  const box = await canvas(page).boundingBox()
  if (!box) throw new Error('there is no canvas on screen')
  return { x: box.x + x, y: box.y + y }
}

function place({ x, y }: At): [number, number] {
  return [x, y]
}

/** Where a component is drawn, in the board's coordinates. */
async function whereIs(page: Page, name: string): Promise<At> {
  return drawnAt(page, (await component(page, name).getAttribute('data-shape-id')) ?? '')
}

/** How far a component has gone from a place. */
async function moved(page: Page, name: string, from: At | undefined): Promise<At> {
  const now = await whereIs(page, name)
  return { x: Math.round(now.x - (from?.x ?? 0)), y: Math.round(now.y - (from?.y ?? 0)) }
}
