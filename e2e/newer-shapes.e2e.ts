import { joinSocket } from '@drawbar/server/testing/socket-peer.ts'
import { LOCAL_ORIGIN, recordsOf } from '@drawbar/shared/board/layout.ts'
import { shapeId } from '@drawbar/shared/board/testing/boards.ts'
import * as Y from 'yjs'
import { credentialsOf } from './testing/credentials.ts'
import { holdInterview } from './testing/hold-interview.ts'
import { agree, board, drag, drawnAt, shape } from './testing/pages/board.ts'
import { middleOf, selectNothing } from './testing/pages/pieces.ts'
import { isSaved } from './testing/pages/save-state.ts'
import { expect, test } from './testing/test.ts'

/** As a version that knows more than this one writes it; spec L16. */
const GAUGE = {
  k: ['shape', 'gauge'],
  g: [300, 200, 0],
  z: ['page:page', 'a1'],
  f: { isLocked: false, opacity: 1, meta: {} },
  d: { w: 300, h: 110 },
  '.needle': { at: 0.7, colour: 'red' },
  'r1:': 'a1',
  'r1:limit': '70 %',
}

test('a shape of a newer version stays on the board, is moved, and comes to no harm', async ({
  app,
  people,
}) => {
  const { alice, bob } = await holdInterview({ people, url: app.url })
  const { roundId, token } = await credentialsOf(bob.page)
  await using newer = await joinSocket({ server: app.url, roundId, token })
  const id = shapeId('gauge')
  newer.doc.transact(
    () => recordsOf(newer.doc).set(id, new Y.Map<unknown>(Object.entries(GAUGE))),
    LOCAL_ORIGIN,
  )

  for (const { page } of [alice, bob]) {
    await expect(shape(page, id)).toContainText('gauge')
    await expect(shape(page, id)).toContainText('Not known to this version of Drawbar')
  }

  await selectNothing(bob.page)
  const before = await drawnAt(bob.page, id)
  const middle = await middleOf(shape(bob.page, id))
  await drag(bob.page, middle, { x: middle.x + 80, y: middle.y + 60 })
  await agree(alice.page, bob.page)
  await isSaved(bob.page)
  expect(await drawnAt(alice.page, id)).toEqual({ x: before.x + 80, y: before.y + 60 })
  await newer.until(() => placeIn(newer.doc, id)?.[0] === before.x + 80)
  expect(recordsOf(newer.doc).get(id)?.toJSON()).toMatchObject({ ...GAUGE, g: expect.anything() })

  await bob.page.keyboard.press('Delete')
  await expect(shape(alice.page, id)).toHaveCount(0)
  await bob.page.keyboard.press('Control+z')
  await expect(shape(alice.page, id)).toBeVisible()
  await newer.until(() => recordsOf(newer.doc).get(id) !== undefined)
  expect(recordsOf(newer.doc).get(id)?.toJSON()).toMatchObject({ ...GAUGE, g: expect.anything() })
  await expect(board(bob.page)).toBeVisible()
})

function placeIn(doc: Y.Doc, id: string): number[] | undefined {
  return recordsOf(doc).get(id)?.get('g') as number[] | undefined
}
