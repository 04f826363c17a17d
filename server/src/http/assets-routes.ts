import { createHash } from 'node:crypto'
import { raw, Router, type Request, type RequestHandler, type Response } from 'express'
import { can } from '@drawbar/shared/people/can.ts'
import type { AssetStored } from '@drawbar/shared/wire/http.ts'
import { LIMITS } from '@drawbar/shared/wire/limits.ts'
import { done, refused, type Outcome } from '../rooms/refusal.ts'
import type { AssetBounds } from '../store/asset-store.ts'
import { answer, pathParameter } from './answer.ts'
import { inRound, type HttpContext, type InRound } from './context.ts'
import { sendRefusal } from './error-response.ts'
import { IMAGE_EXTENSIONS, imageFacts } from './image-facts.ts'

const NAME = /^[0-9a-f]{64}\.(?:png|jpg|webp|gif)$/
const KINDS = 'A board holds PNG, JPEG, WebP and GIF images.'
const A_YEAR = 31_536_000
const MIB = 1024 * 1024

/** The images of a board. They are named by what is in them, so that a name never changes its image. */
export function assetsRoutes(context: HttpContext): Router {
  const router = Router()
  const inTurn = createTurns()
  const uploaders = new WeakMap<Request, InRound>()
  // Who asks is settled before the first byte of the image is read.
  const admit: RequestHandler = async (request, response, next) => {
    const uploader = await mayUpload(context, request)
    if (!uploader.ok) {
      sendRefusal(response, uploader.refusal)
      return
    }
    uploaders.set(request, uploader.value)
    next()
  }
  const store = answer(async (request) => {
    const uploader = uploaders.get(request)
    if (!uploader) throw new Error('an upload came past its admission')
    return inTurn(uploader.round.roundId, () => keep(context, uploader, request))
  }, 201)
  const body = raw({ limit: LIMITS.imageBytes, type: () => true, inflate: false })
  router.post('/api/rounds/:roundId/assets', admit, body, store)
  router.get('/api/rounds/:roundId/assets/:name', (request, response) => show(context, request, response))
  return router
}

async function mayUpload(context: HttpContext, request: Request): Promise<Outcome<InRound>> {
  const here = await inRound(context, request, pathParameter(request, 'roundId'))
  if (!here.ok) return here
  const { stored, round } = here.value
  const permission = can(stored.role, 'upload-image', round.state)
  if (!permission.allowed) {
    const code = can(stored.role, 'upload-image', 'lobby').allowed ? 'wrong-state' : 'forbidden'
    return refused(code, permission.reason)
  }
  const taken = await context.limits.uploads.take(stored.id)
  return taken.ok ? here : taken
}

async function keep(context: HttpContext, here: InRound, request: Request): Promise<Outcome<AssetStored>> {
  const bytes: unknown = request.body
  if (!(bytes instanceof Uint8Array) || bytes.byteLength === 0) {
    return refused('bad-request', 'The request has no image in its body.')
  }
  const facts = imageFacts(bytes)
  if (!facts) return refused('unsupported-media', 'This is not an image that a board can hold.', KINDS)
  const { type, width, height } = facts
  if (request.is(type) === false) {
    return refused('unsupported-media', 'The image is of another kind than its Content-Type says.', KINDS)
  }
  if (width < 1 || height < 1 || Math.max(width, height) > LIMITS.imageSide) {
    return refused(
      'too-large',
      `An image has at most ${LIMITS.imageSide} pixels on a side.`,
      'Scale it down first.',
    )
  }
  const { assets } = context.store
  const { roundId } = here.round
  const name = `${createHash('sha256').update(bytes).digest('hex')}.${IMAGE_EXTENSIONS[type]}`
  const uploadedBy = here.stored.id
  const asset = { roundId, name, mimeType: type, bytes, uploadedBy, at: context.now() }
  const put = await assets.put(asset, context.images)
  if (put === 'too-many' || put === 'too-large') return boardFull(put, context.images)
  if (put === 'kept') context.events.imageStored({ roundId, bytes: bytes.byteLength, mimeType: type })
  return done({ src: `asset:${name}`, width, height, mimeType: type })
}

/** The record shows what was on the board at any time, so that an image that was removed from it takes its room still. */
function boardFull(full: 'too-many' | 'too-large', { count, bytes }: AssetBounds): Outcome<never> {
  const still = 'Images that were removed from it count too.'
  return full === 'too-many'
    ? refused('too-large', `A board holds at most ${count} images.`, `Go on without it. ${still}`)
    : refused(
        'too-large',
        `A board holds at most ${bytes / MIB} MiB of images, and this one does not fit any more.`,
        `Scale it down, or go on without it. ${still}`,
      )
}

async function show(context: HttpContext, request: Request, response: Response): Promise<void> {
  const here = await inRound(context, request, pathParameter(request, 'roundId'))
  if (!here.ok) {
    sendRefusal(response, here.refusal)
    return
  }
  const name = pathParameter(request, 'name')
  const asset = NAME.test(name) ? await context.store.assets.get(here.value.round.roundId, name) : undefined
  if (!asset) {
    sendRefusal(response, refused('not-found', 'This board has no such image.').refusal)
    return
  }
  response.set({
    'Content-Type': asset.mimeType,
    'Cache-Control': `private, max-age=${A_YEAR}, immutable`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Content-Disposition': 'inline',
  })
  response.end(asset.bytes)
}

/** Runs tasks of one key one after another, so that those of one round never hold all connections of the store. */
function createTurns() {
  const last = new Map<string, Promise<unknown>>()
  return <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const turn = (last.get(key) ?? Promise.resolve()).then(task, task)
    const settled = turn
      .catch(() => undefined)
      .finally(() => {
        if (last.get(key) === settled) last.delete(key)
      })
    last.set(key, settled)
    return turn
  }
}
