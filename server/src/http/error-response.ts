import type { ErrorRequestHandler, Response } from 'express'
import type { ErrorBody } from '@drawbar/shared/wire/http.ts'
import { newId, type RandomBytes } from '../auth/secret.ts'
import { refused, type Refusal, type RefusalCode } from '../rooms/refusal.ts'
import type { Events } from '../telemetry/events.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import { routeOf } from './route-of.ts'

const STATUS: Record<RefusalCode, number> = {
  'bad-request': 400,
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  'wrong-state': 409,
  conflict: 409,
  'link-revoked': 410,
  'too-large': 413,
  'unsupported-media': 415,
  'rate-limited': 429,
  unavailable: 503,
}

/** Answers with a refusal: its status, its words, and when to ask again. */
export function sendRefusal(response: Response, refusal: Refusal): void {
  const { code, message, hint, retryAfterSeconds } = refusal
  const body: ErrorBody = { error: hint === undefined ? { code, message } : { code, message, hint } }
  if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds))
  if (code === 'signed-out') response.set('WWW-Authenticate', 'Bearer')
  response.locals['refusal'] = code
  response.status(STATUS[code]).json(body)
}

/** What ends every request that threw: a refusal where the sender is at fault, else an id under which the log has it. */
export function errorHandler(options: {
  readonly events: Events
  readonly metrics: Metrics
  readonly random: RandomBytes
}): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const refusal = bodyRefusal(error)
    if (refusal) {
      sendRefusal(response, refusal)
      return
    }
    const errorId = newId(options.random)
    options.events.requestFailed({ errorId, route: routeOf(request), error })
    const body: ErrorBody = {
      error: {
        code: 'internal',
        message: 'The server made a mistake. Nothing that was saved is lost.',
        hint: `Try again. The server's log has it under ${errorId}.`,
      },
    }
    response.status(500).json(body)
  }
}

/** What express and its body parser throw at a request they cannot read. */
function bodyRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined
  const status: unknown = Reflect.get(error, 'status')
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined
  switch (status) {
    case 413:
      return refused('too-large', `The request is larger than this call accepts${limitOf(error)}.`).refusal
    case 415:
      return refused('unsupported-media', 'The request is written in an encoding this call does not read.')
        .refusal
    default:
      return refused('bad-request', 'The request could not be read.', 'Send well-formed JSON in UTF-8.')
        .refusal
  }
}

function limitOf(error: Error): string {
  const limit: unknown = Reflect.get(error, 'limit')
  return typeof limit === 'number' ? `: at most ${Math.floor(limit / 1024)} KiB` : ''
}
