import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { excalidrawScene, tldrFile } from './testing/foreign-drawings.ts'
import { holdInterview } from './testing/hold-interview.ts'
import { agree, drawn } from './testing/pages/board.ts'
import {
  chooseFromMenu,
  component,
  openOutline,
  outlineLine,
  pieces,
  selectNothing,
} from './testing/pages/pieces.ts'
import { toast } from './testing/pages/toasts.ts'
import { expect, test } from './testing/test.ts'

const FLOWCHART = `flowchart LR
  subgraph eu[Europe]
    shop[Shop]:::service -->|order placed| orders[(Orders)]
  end
  browser[Browser] --> shop
`

const SEQUENCE = `sequenceDiagram
  participant P as Phone
  participant M as Mailer
  P->>M: send receipt
`

/** Its second line does not close what it opens. */
const BROKEN = `flowchart LR
  a[Shop --> b
`

test('drawings come in from elsewhere, whole or not at all', async ({ app, people }) => {
  test.setTimeout(180_000)
  const { alice, bob } = await holdInterview({ people, url: app.url })
  const page = bob.page

  await test.step('Mermaid on the clipboard', async () => {
    await paste(page, FLOWCHART)
    for (const name of ['Shop', 'Orders', 'Browser']) await expect(component(alice.page, name)).toBeVisible()
    await expect(pieces(alice.page, 'zone', 'Europe')).toHaveCount(1)
    await openOutline(alice.page)
    await expect(
      outlineLine(alice.page, /^Shop, service; to: Orders \(.*"order placed".*from: Browser/),
    ).toBeVisible()
    await expect(outlineLine(alice.page, /^Browser/)).toContainText('to: Shop')
  })

  await test.step('a broken Mermaid text', async () => {
    const before = await drawn(page)
    await paste(page, BROKEN)
    await expect(toast(page).filter({ hasText: 'The Mermaid text has a mistake.' })).toContainText('Line 2: ')
    expect(await drawn(page)).toEqual(before)
    await agree(alice.page, page)
  })

  await test.step('Excalidraw on the clipboard', async () => {
    await paste(page, JSON.stringify(excalidrawScene('Warehouse')))
    await expect(pieces(alice.page, 'geo', 'Warehouse')).toHaveCount(1)
    await expect(pieces(alice.page, 'arrow')).toHaveCount(3)
  })

  await test.step('the text of a drawing’s file', async () => {
    await paste(page, tldrFile('Pasted sketch'))
    await expect(pieces(alice.page, 'geo', 'Pasted sketch')).toHaveCount(1)
    const before = await drawn(page)
    await paste(page, JSON.stringify({ type: 'excalidraw', elements: [] }))
    await expect(toast(page).filter({ hasText: 'There is nothing to put on the board.' })).toBeVisible()
    await paste(page, '{"type":"excalidraw/clipboard","elements":[{"id":"a"')
    await expect(toast(page).filter({ hasText: 'The Excalidraw drawing is damaged.' })).toBeVisible()
    expect(await drawn(page)).toEqual(before)
    await paste(page, '{ "user": 7 }')
    await expect(pieces(alice.page, 'text', '{ "user": 7 }')).toHaveCount(1)
  })

  await test.step('files of tldraw and Mermaid', async () => {
    await openFile(page, { name: 'sketch.tldr', text: tldrFile('Old sketch') })
    await expect(pieces(alice.page, 'geo', 'Old sketch')).toHaveCount(1)
    await openFile(page, { name: 'receipts.mmd', text: SEQUENCE })
    await expect(
      outlineLine(alice.page, /^Phone, mobile app; to: Mailer \(.*"1\. send receipt"/),
    ).toHaveCount(1)
    // What a name does not tell stays a box.
    await expect(pieces(alice.page, 'geo', 'Mailer')).toHaveCount(1)
    await agree(alice.page, page)
  })
})

test('a board goes out as text, as a drawing and as a picture', async ({ app, people }) => {
  const { bob } = await holdInterview({ people, url: app.url })
  const page = bob.page
  await paste(page, FLOWCHART)
  await expect(component(page, 'Browser')).toBeVisible()
  // What has been pasted is selected; without it the whole page goes out.
  await selectNothing(page)

  await test.step('to the clipboard', async () => {
    await chooseFromMenu(page, 'Copy as', 'Mermaid')
    await expect(toast(page).filter({ hasText: 'Copied as Mermaid' })).toBeVisible()
    const mermaid = await clipboard(page)
    expect(mermaid).toMatch(/^flowchart /)
    expect(mermaid).toMatch(/\["Shop"\]:::service/)
    expect(mermaid).toContain('order placed')
    expect(mermaid).toMatch(/subgraph \w+\["Europe"\]/)

    await chooseFromMenu(page, 'Copy as', 'Excalidraw')
    await expect(toast(page).filter({ hasText: 'Copied as Excalidraw' })).toBeVisible()
    const scene = JSON.parse(await clipboard(page))
    expect(scene.type).toBe('excalidraw/clipboard')
    const types = scene.elements.map(({ type }: { type: string }) => type)
    expect(types.filter((type: string) => type === 'arrow')).toHaveLength(2)
    const texts = scene.elements.map(({ text = '' }: { text?: string }) => text).join('\n')
    for (const text of ['Shop', 'Orders', 'Browser', 'order placed']) expect(texts).toContain(text)

    for (const format of ['tldraw', 'Graph JSON'] as const) {
      await chooseFromMenu(page, 'Copy as', format)
      await expect(toast(page).filter({ hasText: `Copied as ${format}` })).toBeVisible()
      await paste(page, await clipboard(page))
      await expect(component(page, 'Browser')).toHaveCount(2)
      await page.keyboard.press('Control+z')
      await expect(component(page, 'Browser')).toHaveCount(1)
      await selectNothing(page)
    }
  })

  await test.step('to a file', async () => {
    const tldr = JSON.parse((await saved(page, 'tldraw', 'board.tldr')).toString('utf8'))
    expect(tldr.tldrawFileFormatVersion).toBe(1)
    const labels = tldr.records.map(({ props }: { props?: { label?: string } }) => props?.label)
    expect(labels).toEqual(expect.arrayContaining(['Shop', 'Orders', 'Browser', 'Europe']))

    const png = await saved(page, 'PNG', 'board.png')
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    // Twice the size of three components beside each other.
    expect(png.readUInt32BE(16)).toBeGreaterThan(2 * 3 * 150)
    expect(png.length).toBeGreaterThan(5_000)
  })
})

/** Puts a text on the clipboard and pastes it as a person does. */
async function paste(page: Page, text: string): Promise<void> {
  await selectNothing(page)
  await page.bringToFront()
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('Control+v')
}

async function clipboard(page: Page): Promise<string> {
  await page.bringToFront()
  return page.evaluate(() => navigator.clipboard.readText())
}

async function openFile(page: Page, { name, text }: { name: string; text: string }): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await chooseFromMenu(page, 'Open file…')
  await (await choosing).setFiles({ name, mimeType: '', buffer: Buffer.from(text) })
}

async function saved(page: Page, format: string, name: string): Promise<Buffer> {
  const arriving = page.waitForEvent('download')
  await chooseFromMenu(page, 'Save as', format)
  const download = await arriving
  expect(download.suggestedFilename()).toBe(name)
  return readFile(await download.path())
}
