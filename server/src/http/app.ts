import express, { type Express, type RequestHandler } from 'express'
import { refused } from '../rooms/refusal.ts'
import { assetsRoutes } from './assets-routes.ts'
import type { HttpContext } from './context.ts'
import { errorHandler, sendRefusal } from './error-response.ts'
import { healthRoutes } from './health-routes.ts'
import { questionsRoutes } from './questions-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { roomsRoutes } from './rooms-routes.ts'
import { roundsRoutes } from './rounds-routes.ts'
import { routeOf } from './route-of.ts'
import { securityHeaders } from './security-headers.ts'

/** Every HTTP call of the server, and the client's files for everything else. */
export function createApp(options: {
  readonly context: HttpContext
  readonly client: RequestHandler
  readonly isDraining: () => boolean
}): Express {
  const { context, client, isDraining } = options
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('query parser', 'simple')
  app.use(measured(context))
  app.use(securityHeaders(context.publicUrl))
  app.use(healthRoutes(context, isDraining))
  app.use('/api', neverCached)
  app.use(questionsRoutes(context))
  app.use(roomsRoutes(context))
  app.use(roundsRoutes(context))
  app.use(assetsRoutes(context))
  app.use(recordRoutes(context))
  app.use('/api', (_request, response) => {
    sendRefusal(response, refused('not-found', 'There is no such call.').refusal)
  })
  app.use(client)
  app.use((_request, response) => {
    sendRefusal(response, refused('not-found', 'There is nothing here.').refusal)
  })
  app.use(errorHandler(context))
  return app
}

const neverCached: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
}

function measured({ metrics, events, now }: HttpContext): RequestHandler {
  return (request, response, next) => {
    const started = now()
    response.once('finish', () => {
      const { method } = request
      const status = response.statusCode
      const route = routeOf(request)
      const ms = now() - started
      metrics.requests.observe({ method, route, status }, ms / 1000)
      events.answered({ method, route, status, ms })
      const refusal: unknown = response.locals['refusal']
      if (typeof refusal === 'string') metrics.refusals.inc({ code: refusal })
    })
    next()
  }
}
