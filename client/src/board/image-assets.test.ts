import { AssetRecordType, type TLAssetContext } from 'tldraw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { offline } from '../session/api-failure.ts'
import type { ParticipantApi } from '../session/api.ts'
import { createImageAssets } from './image-assets.ts'

const SRC = `asset:${'a'.repeat(64)}.png`
const CONTEXT = { shouldResolveToOriginal: false } as TLAssetContext

const made: string[] = []
const revoked: string[] = []
beforeEach(() => {
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    made.push(`blob:${made.length}`)
    return `blob:${made.length - 1}`
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => revoked.push(url))
})
afterEach(() => {
  vi.restoreAllMocks()
  made.length = 0
  revoked.length = 0
})

function asset(src: string | null) {
  return AssetRecordType.create({
    id: AssetRecordType.createId('picture'),
    type: 'image',
    props: { name: 'picture', src, w: 1, h: 1, mimeType: 'image/png', isAnimated: false },
  })
}

function images(answers: ParticipantApi['image']) {
  const image = vi.fn<ParticipantApi['image']>(answers)
  const uploadImage = vi.fn<ParticipantApi['uploadImage']>(async () => ({
    ok: true,
    value: { src: SRC, width: 1, height: 1, mimeType: 'image/png' },
  }))
  return {
    image,
    uploadImage,
    assets: createImageAssets({ api: { image, uploadImage }, roundId: 'round-1' }),
  }
}

test('an image is read once and kept until the board is closed', async () => {
  const { image, assets } = images(async () => ({ ok: true, value: new Blob(['x']) }))
  const urls = await Promise.all([assets.resolve(asset(SRC), CONTEXT), assets.resolve(asset(SRC), CONTEXT)])
  expect(urls).toEqual(['blob:0', 'blob:0'])
  expect(image).toHaveBeenCalledTimes(1)
  expect(image.mock.calls[0]?.slice(0, 2)).toEqual(['round-1', SRC])
  assets.close()
  await Promise.resolve()
  expect(revoked).toEqual(['blob:0'])
})

test('one that could not be read is asked for again', async () => {
  const answers = [
    { ok: false as const, failure: offline() },
    { ok: true as const, value: new Blob(['x']) },
  ]
  const { assets } = images(async () => answers.shift() ?? { ok: false, failure: offline() })
  expect(await assets.resolve(asset(SRC), CONTEXT)).toBeNull()
  expect(await assets.resolve(asset(SRC), CONTEXT)).toBe('blob:0')
})

test.each(['https://example.com/a.png', 'data:image/png;base64,AA', 'asset:../../secrets', null, ''])(
  'nothing but an uploaded image is ever loaded: %s',
  async (src) => {
    const { image, assets } = images(async () => ({ ok: true, value: new Blob(['x']) }))
    expect(await assets.resolve(asset(src), CONTEXT)).toBeNull()
    expect(image).not.toHaveBeenCalled()
  },
)

test('an upload gives the name the server gave, or says why not and what to do', async () => {
  const { uploadImage, assets } = images(async () => ({ ok: false, failure: offline() }))
  const file = new File(['x'], 'picture.png', { type: 'image/png' })
  expect(await assets.upload(asset(null), file)).toEqual({ src: SRC })
  uploadImage.mockResolvedValueOnce({ ok: false, failure: offline() })
  await expect(assets.upload(asset(null), file)).rejects.toThrow(
    'The server could not be reached. Check your connection and try again.',
  )
})
