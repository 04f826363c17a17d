import { json, Router, type Request } from 'express'
import { z } from 'zod'
import { commandSchema } from '@drawbar/shared/interview/command.ts'
import type { RoundView } from '@drawbar/shared/wire/http.ts'
import { done, type Outcome } from '../rooms/refusal.ts'
import { answer, pathParameter, readBody, readQuery } from './answer.ts'
import { JSON_BODY, PAGE_ENTRIES } from './bounds.ts'
import { inRound, type HttpContext, type InRound } from './context.ts'
import { readPage } from './read-page.ts'

const pageQuery = z.object({
  after: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(PAGE_ENTRIES).default(PAGE_ENTRIES),
})

/** The interview of a round, its question and its log, each cut to who asks. */
export function roundsRoutes(context: HttpContext): Router {
  const router = Router()
  const body = json({ limit: JSON_BODY })
  const here = (request: Request) => inRound(context, request, pathParameter(request, 'roundId'))
  router.get(
    '/api/rounds/:roundId',
    answer(async (request) => view(context, await here(request))),
  )
  router.get(
    '/api/rounds/:roundId/question',
    answer(async (request) => question(await here(request))),
  )
  router.post(
    '/api/rounds/:roundId/commands',
    body,
    answer((request) => command(context, request)),
  )
  router.get(
    '/api/rounds/:roundId/entries',
    answer((request) => entries(context, request)),
  )
  return router
}

function view(context: HttpContext, here: Outcome<InRound>): Outcome<RoundView> {
  if (!here.ok) return here
  const { round, participant } = here.value
  return done({
    roundId: round.roundId,
    roomId: round.roomId,
    serverTime: context.now(),
    seq: round.seq,
    events: [...round.eventsFor(participant)],
  })
}

function question(here: Outcome<InRound>) {
  if (!here.ok) return here
  return done(here.value.round.questionFor(here.value.participant))
}

async function command(context: HttpContext, request: Request) {
  const here = await inRound(context, request, pathParameter(request, 'roundId'))
  if (!here.ok) return here
  const taken = await context.limits.commands.take(here.value.stored.id)
  if (!taken.ok) return taken
  const asked = readBody(commandSchema, request)
  if (!asked.ok) return asked
  return here.value.round.command(here.value.participant, asked.value)
}

async function entries(context: HttpContext, request: Request) {
  const here = await inRound(context, request, pathParameter(request, 'roundId'))
  if (!here.ok) return here
  const taken = await context.limits.exports.take(here.value.stored.id)
  if (!taken.ok) return taken
  const range = readQuery(pageQuery, request)
  if (!range.ok) return range
  const { stored, round } = here.value
  const reader = { participantId: stored.id, role: stored.role }
  return done(await readPage({ log: context.store.log, roundId: round.roundId, reader, ...range.value }))
}
