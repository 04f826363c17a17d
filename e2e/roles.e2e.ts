import { gif, png } from '@drawbar/server/testing/images.ts'
import { joinSocket } from '@drawbar/server/testing/socket-peer.ts'
import { call } from '@drawbar/server/testing/test-person.ts'
import { LOCAL_ORIGIN, recordsOf } from '@drawbar/shared/board/layout.ts'
import { readAllRecords, readRecord } from '@drawbar/shared/board/read-record.ts'
import { box } from '@drawbar/shared/board/testing/boards.ts'
import { writeRecord } from '@drawbar/shared/board/write-record.ts'
import { CLOSE } from '@drawbar/shared/wire/close-code.ts'
import { LIMITS } from '@drawbar/shared/wire/limits.ts'
import type { Page } from '@playwright/test'
import * as Y from 'yjs'
import { credentialsOf } from './testing/credentials.ts'
import { holdInterview, watchInterview } from './testing/hold-interview.ts'
import { canvas, drawBox, drawWith, newShape, shape, shapeIds, shapes, tool } from './testing/pages/board.ts'
import { isSaved } from './testing/pages/save-state.ts'
import { shareSheet } from './testing/pages/share-sheet.ts'
import { toast } from './testing/pages/toasts.ts'
import { expect, test } from './testing/test.ts'

test('an observer watches and cannot draw, on the page or past it', async ({ app, people }) => {
  const interview = await holdInterview({ people, url: app.url })
  const { alice, bob } = interview
  const olga = await watchInterview({ people, url: app.url }, interview)
  const alices = await drawBox(alice.page, { x: 200, y: 150 }, { x: 300, y: 250 })
  await expect(shape(olga.page, alices)).toBeVisible()

  await expect(tool(olga.page, 'draw')).toHaveCount(0)
  await expect(tool(olga.page, 'rectangle')).toHaveCount(0)
  await drawWith(olga.page, 'r', { x: 50, y: 50 }, { x: 120, y: 120 })
  await olga.page.keyboard.press('Control+a')
  await olga.page.keyboard.press('Delete')
  await paste(olga.page, 'Drawn by olga')
  expect(await shapeIds(olga.page)).toEqual([alices])

  const { roundId, token } = await credentialsOf(olga.page)
  {
    await using peer = await joinSocket({ server: app.url, roundId, token })
    writeRecord(peer.doc, undefined, box('by-olga'))
    expect(await peer.closed).toBe(CLOSE.forbidden)
  }
  const upload = await fetch(`${app.url}/api/rounds/${roundId}/assets`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'image/png' },
    body: png(2, 2),
  })
  expect(upload.status).toBe(403)

  // The others have noticed nothing and go on.
  const bobs = await drawBox(bob.page, { x: 400, y: 150 }, { x: 500, y: 250 })
  for (const { page } of [alice, bob, olga]) {
    await expect(shape(page, bobs)).toBeVisible()
    expect((await shapeIds(page)).toSorted()).toEqual([alices, bobs].toSorted())
  }
})

test('what would load other sites is refused with a reason', async ({ app, people }) => {
  const { alice, bob } = await holdInterview({ people, url: app.url })
  await test.step('a link stays text, whatever is behind it', async () => {
    const pasted = await newShape(bob.page, () =>
      paste(bob.page, 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'),
    )
    await expect(toast(bob.page)).toContainText('does not load other sites')
    await expect(shape(alice.page, pasted)).toHaveAttribute('data-shape-type', 'text')
  })
  await test.step('SVG', async () => {
    await paste(
      bob.page,
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    )
    await expect(toast(bob.page).filter({ hasText: 'SVG is off.' })).toBeVisible()
  })
  for (const { name, mimeType } of [
    { name: 'clip.mp4', mimeType: 'video/mp4' },
    { name: 'drawing.svg', mimeType: 'image/svg+xml' },
    { name: 'notes.txt', mimeType: 'text/plain' },
  ]) {
    await test.step(name, async () => {
      await dropFile(bob.page, { name, mimeType, buffer: Buffer.from('whatever') })
      await expect(toast(bob.page).filter({ hasText: `“${name}” was not added.` })).toBeVisible()
    })
  }
  await test.step('the server refuses the same from a program', async () => {
    const { roundId, token } = await credentialsOf(bob.page)
    await using peer = await joinSocket({ server: app.url, roundId, token })
    const foreign = ['embed', 'bookmark', 'video'].map((type) => ({ id: `shape:${type}`, type }))
    const { z, f } = facetsOf(peer.doc.getMap('records'), (await shapeIds(bob.page))[0] ?? '')
    peer.doc.transact(() => {
      for (const { id, type } of foreign) {
        const map = new Y.Map<unknown>(
          Object.entries({
            k: ['shape', type],
            g: [0, 0, 0],
            z,
            f,
            d: { w: 300, h: 300 },
            p: { url: 'https://example.com', assetId: null },
          }),
        )
        recordsOf(peer.doc).set(id, map)
      }
    }, LOCAL_ORIGIN)
    await peer.until(() => peer.controls.some(({ type }) => type === 'repaired'))
    await peer.until(() => foreign.every(({ id }) => readRecord(peer.doc, id) === undefined))
  })
  const after = await drawBox(bob.page, { x: 100, y: 300 }, { x: 180, y: 380 })
  await expect(shape(alice.page, after)).toBeVisible()
  expect(await shapeIds(alice.page)).toHaveLength(2)
})

test('an image is uploaded and seen by the others; what is too large is made smaller or refused', async ({
  app,
  people,
}) => {
  const { alice, bob } = await holdInterview({ people, url: app.url })
  const image = await newShape(bob.page, () =>
    chooseFile(bob.page, { name: 'diagram.png', mimeType: 'image/png', buffer: Buffer.from(png(320, 200)) }),
  )
  await isSaved(bob.page)
  await showsImage(alice.page, image, 320)
  const wide = LIMITS.imageSide + 1000
  const large = await newShape(bob.page, () =>
    chooseFile(bob.page, { name: 'wide.png', mimeType: 'image/png', buffer: Buffer.from(png(wide, 10)) }),
  )
  await showsImage(alice.page, large, LIMITS.imageSide)

  const tooMany = Buffer.concat([gif(64, 64), Buffer.alloc(LIMITS.imageBytes)])
  await dropFile(bob.page, { name: 'huge.gif', mimeType: 'image/gif', buffer: tooMany })
  await expect(toast(bob.page).filter({ hasText: '“huge.gif” is too large.' })).toBeVisible()
  await dropFile(bob.page, { name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('no image') })
  await expect(toast(bob.page).filter({ hasText: '“broken.png” could not be read' })).toBeVisible()
  await expect(shapes(bob.page)).toHaveCount(2)
  await expect(shapes(alice.page)).toHaveCount(2)

  const { roundId, token } = await credentialsOf(bob.page)
  const refused = await call(`${app.url}/api/rounds/${roundId}/assets`, {
    token,
    raw: Uint8Array.from(tooMany),
    headers: { 'Content-Type': 'image/gif' },
  })
  expect([refused.status, refused.code]).toEqual([413, 'too-large'])
  // The document holds names of images, never the images.
  await using program = await joinSocket({ server: app.url, roundId, token })
  const sources = readAllRecords(program.doc).flatMap((record) =>
    record.typeName === 'asset' ? [record.props.src] : [],
  )
  expect(sources).toEqual([expect.stringMatching(/^asset:/), expect.stringMatching(/^asset:/)])
})

test('a link that does not open says why, and revoking one ends the visits by it', async ({
  app,
  people,
}) => {
  const { alice, bob, links } = await holdInterview({ people, url: app.url })
  const visitor = await people.come('Visitor')
  const opens = async (link: string, title: string) => {
    await visitor.page.goto('about:blank')
    await visitor.page.goto(link)
    await expect(visitor.page.getByRole('heading', { name: title })).toBeVisible()
    await expect(visitor.page.getByRole('main')).toContainText(/\bask\b/i)
  }
  const [address = '', capability = ''] = links.candidate.split('#')
  await opens(`${address}#${'A'.repeat(capability.length)}`, 'This link opens no room')
  await opens(`${app.url}/r/nosuchroom#${capability}`, 'This link opens no room')
  await opens(address, 'This page needs an invitation link')

  await alice.page.getByRole('button', { name: 'Invite people' }).first().click()
  await shareSheet(alice.page).getByRole('button', { name: 'Revoke this candidate link' }).click()
  await alice.page
    .getByRole('dialog', { name: 'Revoke this link?' })
    .getByRole('button', { name: 'Revoke link' })
    .click()
  await expect(bob.page.getByRole('heading', { name: 'You are no longer in this room' })).toBeVisible()
  await opens(links.candidate, 'This link has been revoked')
  await bob.page.reload()
  await expect(canvas(bob.page)).toHaveCount(0)
})

async function showsImage(page: Page, id: string, pixels: number): Promise<void> {
  const image = shape(page, id).locator('img')
  await expect(image).toBeVisible()
  await expect.poll(() => image.evaluate((element) => Reflect.get(element, 'naturalWidth'))).toBe(pixels)
}

interface TestFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** Pastes a text onto the board as the keyboard does. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.getByTestId('tools.select').or(page.getByTestId('tools.hand')).first().click()
  await page.keyboard.press('Control+v')
}

/** Chooses a file with the toolbar's image button. */
async function chooseFile(page: Page, file: TestFile): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByTestId('tools.asset').click()
  await (await choosing).setFiles(file)
}

async function dropFile(page: Page, { name, mimeType, buffer }: TestFile): Promise<void> {
  const dropped = await page.evaluateHandle(
    ({ base64, fileName, type }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], fileName, { type }))
      return transfer
    },
    { base64: buffer.toString('base64'), fileName: name, type: mimeType },
  )
  await canvas(page).dispatchEvent('drop', { dataTransfer: dropped, clientX: 300, clientY: 300 })
}

function facetsOf(records: Y.Map<unknown>, id: string): Record<string, unknown> {
  const map = records.get(id)
  if (!(map instanceof Y.Map)) throw new Error(`there is no record ${id}`)
  return map.toJSON()
}
