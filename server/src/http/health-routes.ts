import { Router } from 'express'
import type { HttpContext } from './context.ts'

const PROBE_TIMEOUT_MS = 1000
/** Whoever asks more often gets the last answer: a probe is a write. */
const PROBE_FRESH_MS = 1000

/** What operators and load balancers ask. `/readyz` is 503 while draining and while the store takes no appends. */
export function healthRoutes(context: HttpContext, isDraining: () => boolean): Router {
  const router = Router()
  const storeTakesAppends = createProbe(context)
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' })
  })
  router.get('/readyz', async (_request, response) => {
    if (isDraining()) {
      response.status(503).json({ status: 'draining' })
      return
    }
    const ready = await storeTakesAppends()
    const bus = context.bus.connected ? 'connected' : 'degraded'
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'store-unavailable', bus })
  })
  router.get('/metrics', async (_request, response) => {
    const { registry } = context.metrics
    response.set('Content-Type', registry.contentType).send(await registry.metrics())
  })
  return router
}

function createProbe({ store, events, now }: HttpContext): () => Promise<boolean> {
  let asked = Number.NEGATIVE_INFINITY
  let answer = Promise.resolve(false)
  return () => {
    if (now() - asked >= PROBE_FRESH_MS) {
      asked = now()
      answer = within(store.probe(), PROBE_TIMEOUT_MS).then(
        () => true,
        (error: unknown) => {
          events.notReady({ error })
          return false
        },
      )
    }
    return answer
  }
}

async function within(work: Promise<void>, ms: number): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('the store did not answer in time')), ms)
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
