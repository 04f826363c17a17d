import { box } from '@drawbar/shared/board/testing/boards.ts'
import { expect, test } from 'vitest'
import { AssetRecordType, createShapeId, type TLAsset, type TLContent, type TLShape } from 'tldraw'
import { onlyBoardContent } from './external-content.ts'

const SHA = 'a'.repeat(64)

function image(name: string, src: string): { asset: TLAsset; shape: TLShape } {
  const asset = AssetRecordType.create({
    id: AssetRecordType.createId(name),
    type: 'image',
    props: { name, src, w: 1, h: 1, mimeType: 'image/png', isAnimated: false },
  })
  const shape = { ...box(name), type: 'image', props: { assetId: asset.id } } as unknown as TLShape
  return { asset, shape }
}

function content(shapes: TLShape[], assets: TLAsset[] = []): TLContent {
  return {
    shapes,
    assets,
    bindings: [],
    rootShapeIds: shapes.map(({ id }) => id),
    schema: { schemaVersion: 2, sequences: {} },
  }
}

test('board shapes pass as they are', () => {
  const copied = content([box('a'), box('b')])
  expect(onlyBoardContent(copied)).toEqual({ kept: copied, dropped: false })
})

test('embeds, bookmarks and video are left out', () => {
  const embed = {
    ...box('embed'),
    type: 'embed',
    props: { url: 'https://example.com' },
  } as unknown as TLShape
  const { kept, dropped } = onlyBoardContent(content([box('a'), embed]))
  expect(kept.shapes.map(({ id }) => id)).toEqual([createShapeId('a')])
  expect(kept.rootShapeIds).toEqual([createShapeId('a')])
  expect(dropped).toBe(true)
})

test.each([
  [`asset:${SHA}.png`, true],
  ['data:image/png;base64,AAAA', true],
  ['data:image/svg+xml;base64,AAAA', false],
  ['https://example.com/a.png', false],
])('an image from %s is kept: %s', (src, expected) => {
  const { asset, shape } = image('picture', src)
  const { kept } = onlyBoardContent(content([shape], [asset]))
  expect(kept.shapes.length === 1 && kept.assets.length === 1).toBe(expected)
})
