import { joinSocket } from '@drawbar/server/testing/socket-peer.ts'
import { LOCAL_ORIGIN, putNewRecord, recordsOf } from '@drawbar/shared/board/layout.ts'
import { box, shapeId } from '@drawbar/shared/board/testing/boards.ts'
import type { Page } from '@playwright/test'
import { credentialsOf } from './testing/credentials.ts'
import { holdInterview } from './testing/hold-interview.ts'
import {
  agree,
  canvas,
  drag,
  drawBox,
  drawFrame,
  drawWith,
  newShape,
  shape,
  shapeIds,
  takeTool,
} from './testing/pages/board.ts'
import { isSaved, saveState } from './testing/pages/save-state.ts'
import { toast } from './testing/pages/toasts.ts'
import type { Person } from './testing/people.ts'
import { startRecordingProxy } from './testing/recording-proxy.ts'
import { expect, test as base } from './testing/test.ts'

interface Apart {
  readonly alice: Person
  readonly bob: Person
  /** Both act without hearing of each other; then they meet again. */
  atOnce(alices: () => Promise<void>, bobs: () => Promise<void>): Promise<void>
}

const test = base.extend<{ apart: Apart }>({
  apart: async ({ app, people }, provide) => {
    await using alices = await startRecordingProxy(app.url)
    await using bobs = await startRecordingProxy(app.url)
    for (const { url } of [alices, bobs]) people.allow(url)
    const { alice, bob } = await holdInterview({ people, url: alices.url, bobsUrl: bobs.url })
    await provide({
      alice,
      bob,
      async atOnce(act, actToo) {
        for (const line of [alices, bobs]) line.cutSockets()
        for (const { page } of [alice, bob]) await expect(saveState(page)).toContainText('Offline')
        await act()
        await actToo()
        for (const line of [alices, bobs]) line.restoreSockets()
        for (const { page } of [alice, bob]) await isSaved(page)
      },
    })
  },
})

test('two people move frames into each other, and both boards go on', async ({ apart }) => {
  const { alice, bob } = apart
  const left = await drawFrame(alice.page, { x: 100, y: 150 }, { x: 300, y: 350 })
  const right = await drawFrame(alice.page, { x: 400, y: 150 }, { x: 600, y: 350 })
  await expect(shape(bob.page, right)).toBeVisible()
  await apart.atOnce(
    () => moveIntoFrame(alice.page, { frame: left, into: right }),
    () => moveIntoFrame(bob.page, { frame: right, into: left }),
  )
  // That there was a ring is told to the one whose frame went back.
  const told = ({ page }: Person) => toast(page).filter({ hasText: 'put something of yours right' }).count()
  await expect.poll(async () => (await told(alice)) + (await told(bob))).toBeGreaterThan(0)
  await goOn(apart)
  expect(await shapeIds(alice.page)).toEqual(expect.arrayContaining([left, right]))
})

test('one deletes a shape while the other ties an arrow to it, and both boards go on', async ({ apart }) => {
  const { alice, bob } = apart
  const target = await drawBox(alice.page, { x: 400, y: 150 }, { x: 500, y: 250 })
  await expect(shape(bob.page, target)).toBeVisible()
  let arrow = ''
  await apart.atOnce(
    async () => {
      await takeTool(alice.page, 'v')
      await alice.page.keyboard.press('Control+a')
      await alice.page.keyboard.press('Delete')
      await expect(shape(alice.page, target)).toHaveCount(0)
    },
    async () => {
      arrow = await newShape(bob.page, () => drawWith(bob.page, 'a', { x: 150, y: 200 }, { x: 450, y: 200 }))
    },
  )
  await expect(shape(bob.page, target)).toHaveCount(0)
  await expect(shape(alice.page, arrow)).toBeVisible()
  await goOn(apart)
})

test('one bad record never stops the rest', async ({ app, apart }) => {
  const { alice, bob } = apart
  const { roundId, token } = await credentialsOf(bob.page)
  await using program = await joinSocket({ server: app.url, roundId, token })
  program.doc.transact(() => {
    putNewRecord(program.doc, box('good', { x: 100, y: 100 }))
    putNewRecord(program.doc, box('bad', { x: 100, y: 300 }))
    recordsOf(program.doc).get(shapeId('bad'))?.set('d', { w: 'wide', h: null, growY: 0 })
    putNewRecord(program.doc, box('also-good', { x: 400, y: 100 }))
  }, LOCAL_ORIGIN)
  for (const { page } of [alice, bob]) {
    for (const name of ['good', 'also-good']) await expect(shape(page, shapeId(name))).toBeVisible()
    await expect(shape(page, shapeId('bad'))).toHaveCount(0)
  }
  await program.until(() => program.controls.some(({ type }) => type === 'repaired'))
  expect(recordsOf(program.doc).has(shapeId('bad'))).toBe(false)
  await goOn(apart)
})

/** Both canvases still draw, and draw the same. */
async function goOn({ alice, bob }: Apart): Promise<void> {
  await agree(alice.page, bob.page)
  const alices = await drawBox(alice.page, { x: 100, y: 420 }, { x: 160, y: 480 })
  const bobs = await drawBox(bob.page, { x: 200, y: 420 }, { x: 260, y: 480 })
  await expect(shape(bob.page, alices)).toBeVisible()
  await expect(shape(alice.page, bobs)).toBeVisible()
  await agree(alice.page, bob.page)
  for (const { page } of [alice, bob])
    await expect(canvas(page).getByText('Something went wrong')).toHaveCount(0)
}

/** Takes a frame by its name and lets it go in the middle of another one. */
async function moveIntoFrame(page: Page, { frame, into }: { frame: string; into: string }): Promise<void> {
  const name = await shape(page, frame).locator('.tl-frame-heading').boundingBox()
  const target = await shape(page, into).boundingBox()
  if (!name || !target) throw new Error('the frames are not on screen')
  await takeTool(page, 'v')
  const from = { x: name.x + name.width / 2, y: name.y + name.height / 2 }
  await drag(page, from, { x: target.x + target.width / 2, y: target.y + target.height / 2 }, async () => {
    // tldraw outlines the frame that would take it.
    await expect(canvas(page).locator('.tl-shape-indicator, .tl-hint')).not.toHaveCount(0)
  })
}
