import { joinSocket } from '@drawbar/server/testing/socket-peer.ts'
import { joinByLink as joinWithoutBrowser } from '@drawbar/server/testing/test-person.ts'
import { readRecord } from '@drawbar/shared/board/read-record.ts'
import { expect, test, type Page } from '@playwright/test'
import { startApp, type App } from './testing/app.ts'
import { requireBuiltClient } from './testing/built-client.ts'
import { startOnCopy } from './testing/copied-server.ts'
import { holdInterview, watchInterview, type InterviewLinks } from './testing/hold-interview.ts'
import { agree, boardIsOpen, canvas, drawBox, drawnAt, shape, type At } from './testing/pages/board.ts'
import { isSaved, saveState, staysSaved, waitingEdits } from './testing/pages/save-state.ts'
import { gatherPeople } from './testing/people.ts'
import { startRecordingProxy } from './testing/recording-proxy.ts'
import { chosenSeed, seededRandom } from './testing/seeded-random.ts'

test.beforeAll(requireBuiltClient)

const KILLS = 5

test(`what a page calls saved outlives kill -9 in the middle of a drag, ${KILLS} times`, async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const seed = chosenSeed()
  console.log(`killed at moments of DRAWBAR_SEED=${seed}`)
  const random = seededRandom(seed)
  await using app = await startApp()
  await using people = gatherPeople(browser, [app.url])
  const interview = await holdInterview({ people, url: app.url })
  const { alice, bob, links } = interview
  const saved = new Map<string, number>()

  for (let life = 0; life < KILLS; life += 1) {
    const at = { x: 150, y: 100 + life * 70 }
    const box = await drawBox(bob.page, at, { x: at.x + 60, y: at.y + 50 })
    const drag = await startDragging(bob.page, { x: at.x + 30, y: at.y + 25 })
    await drag.move(5 + Math.floor(random() * 20))
    const x = (await drawnAt(bob.page, box)).x
    await staysSaved(bob.page)
    saved.set(box, x)
    await drag.move(Math.floor(random() * 20))
    const killed = app.kill('SIGKILL')
    await drag.move(5)
    await killed
    await drag.move(5)
    await drag.end()
    await expect(saveState(bob.page)).toContainText('Offline')

    const kept = await positionsOn(app, links, [...saved.keys()])
    for (const [id, savedX] of saved) expect(kept.get(id)?.x ?? Number.NaN).toBeGreaterThanOrEqual(savedX)
    await app.restart()
    await Promise.all([alice, bob].map(({ page }) => isSaved(page)))
    await agree(alice.page, bob.page)
  }

  const olga = await watchInterview({ people, url: app.url }, interview)
  await agree(olga.page, bob.page)
  expect(saved.size).toBe(KILLS)
  expect(people.trouble).toEqual([])
})

test('SIGTERM in the middle of a drag keeps everything anyone has seen', async ({ browser }) => {
  await using app = await startApp()
  await using people = gatherPeople(browser, [app.url])
  const { alice, bob, links } = await holdInterview({ people, url: app.url })
  const box = await drawBox(bob.page, { x: 150, y: 200 }, { x: 250, y: 300 })
  await expect(shape(alice.page, box)).toBeVisible()
  const drag = await startDragging(bob.page, { x: 200, y: 250 })
  await drag.move(10)
  const stopped = app.kill('SIGTERM')
  await drag.move(20)
  expect(await stopped).toEqual({ code: 0, signal: null })
  await drag.end()

  const seen = await drawnAt(alice.page, box)
  const kept = await positionsOn(app, links, [box])
  expect(kept.get(box)?.x ?? Number.NaN).toBeGreaterThanOrEqual(seen.x)
  await app.restart()
  await Promise.all([alice, bob].map(({ page }) => isSaved(page)))
  await agree(alice.page, bob.page)
  expect((await drawnAt(alice.page, box)).x).toBeGreaterThan(seen.x - 1)
  expect(people.trouble).toEqual([])
})

test('edits made offline survive a reload and arrive later', async ({ browser }) => {
  await using app = await startApp()
  await using bobs = await startRecordingProxy(app.url)
  await using people = gatherPeople(browser, [app.url, bobs.url])
  const { alice, bob } = await holdInterview({ people, url: app.url, bobsUrl: bobs.url })
  const before = await drawBox(bob.page, { x: 100, y: 100 }, { x: 200, y: 160 })
  await isSaved(bob.page)

  bobs.cutSockets()
  await expect(saveState(bob.page)).toHaveText('Offline')
  const offline = [
    await drawBox(bob.page, { x: 100, y: 200 }, { x: 200, y: 260 }),
    await drawBox(bob.page, { x: 100, y: 300 }, { x: 200, y: 360 }),
  ]
  await expect(saveState(bob.page)).toContainText(/\d+ edits waiting/)
  const waiting = await waitingEdits(bob.page)
  expect(waiting).toBeGreaterThanOrEqual(2)

  const asked: string[] = []
  bob.page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await bob.page.reload()
  expect(asked).toEqual(['beforeunload'])
  await boardIsOpen(bob.page)
  for (const id of [before, ...offline]) await expect(shape(bob.page, id)).toBeVisible()
  await expect(saveState(bob.page)).toHaveText(`Offline, ${waiting} edits waiting`)
  for (const id of offline) await expect(shape(alice.page, id)).toHaveCount(0)

  bobs.restoreSockets()
  await isSaved(bob.page)
  for (const id of offline) await expect(shape(alice.page, id)).toBeVisible()
  await agree(alice.page, bob.page)
  // What waited is not counted again.
  await bob.page.reload()
  await isSaved(bob.page)
  expect(people.trouble).toEqual([])
})

interface Drag {
  /** Moves on to the right by so many steps. */
  move(steps: number): Promise<void>
  end(): Promise<void>
}

/** Takes hold of what is at a point of the canvas. */
async function startDragging(page: Page, from: At): Promise<Drag> {
  const box = await canvas(page).boundingBox()
  if (!box) throw new Error('there is no canvas on screen')
  let x = box.x + from.x
  const y = box.y + from.y
  await page.mouse.move(x, y)
  await page.mouse.down()
  return {
    async move(steps) {
      for (let step = 0; step < steps; step += 1) {
        x += 4
        await page.mouse.move(x, y)
      }
    },
    end: () => page.mouse.up(),
  }
}

/** Where shapes are in what a dead server has left on its disk, for someone who has never seen them. */
async function positionsOn(
  app: App,
  links: InterviewLinks,
  ids: readonly string[],
): Promise<Map<string, At>> {
  await using copy = await startOnCopy(app.dataDir)
  const olga = await joinWithoutBrowser(copy.url, { link: links.observer, name: 'Olga' })
  await using peer = await joinSocket({ server: copy.url, roundId: olga.roundId, token: olga.token })
  const positions = new Map<string, At>()
  for (const id of ids) {
    const record = readRecord(peer.doc, id)
    if (record?.typeName === 'shape') positions.set(id, { x: record.x, y: record.y })
  }
  return positions
}
