/** @vitest-environment jsdom */
import { ZONE } from '@drawbar/shared/board/shapes/zone-shape.ts'
import { boardOf } from '@drawbar/shared/board/testing/boards.ts'
import { createShapeId } from 'tldraw'
import { expect, test } from 'vitest'
import { createEditingPeer } from '../../testing/editing-peer.ts'

test.each([
  ['its heading', { x: 130, y: 120 }, true],
  ['its line', { x: 300, y: 400 }, true],
  ['its inside', { x: 300, y: 250 }, false],
])('a press on %s', (_where, point, takesHold) => {
  const { editor } = createEditingPeer('alice', boardOf())
  const id = createShapeId('zone')
  editor.createShape({ id, type: ZONE, x: 100, y: 100, props: { w: 400, h: 300, label: 'eu-west' } })
  expect(editor.getShapeAtPoint(point, { margin: 8 })?.id).toBe(takesHold ? id : undefined)
})
