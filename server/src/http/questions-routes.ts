import {
  wholeQuestion,
  type catalogueSchema,
  type questionsByTermSchema,
  type WholeQuestion,
} from '@drawbar/shared/question/catalogue.ts'
import { Router, type Request } from 'express'
import { z } from 'zod'
import { authenticate } from '../auth/authenticate.ts'
import { bearerToken } from '../auth/bearer-token.ts'
import { done, refused, type Outcome } from '../rooms/refusal.ts'
import { answer, pathParameter, readQuery } from './answer.ts'
import { addressOf, type HttpContext } from './context.ts'
import { readyJson } from './ready-json.ts'

const termQuerySchema = z.object({ text: z.string().trim().min(2).max(60) })
const wholeQuerySchema = z.object({ spoilers: z.literal('accepted').optional() })

/** The catalogue (the public cut of every question), the way into one whole question, and the guide. */
export function questionsRoutes(context: HttpContext): Router {
  const router = Router()
  const { shelf, guide } = context
  const catalogue: z.infer<typeof catalogueSchema> = { questions: [...shelf.catalogue] }
  router.get('/api/questions', readyJson(catalogue))
  router.get(
    '/api/questions/:questionId',
    answer((request) => whole(context, request)),
  )
  router.get(
    '/api/question-terms',
    answer((request) => byTerm(context, request)),
  )
  router.get('/api/guide', readyJson(guide))
  return router
}

async function byTerm(
  context: HttpContext,
  request: Request,
): Promise<Outcome<z.infer<typeof questionsByTermSchema>>> {
  const taken = await context.limits.reading.take(addressOf(context, request))
  if (!taken.ok) return taken
  const query = readQuery(termQuerySchema, request)
  return query.ok ? done({ ids: [...context.shelf.withTerm(query.value.text)] }) : query
}

async function whole(context: HttpContext, request: Request): Promise<Outcome<WholeQuestion>> {
  const taken = await context.limits.reading.take(addressOf(context, request))
  if (!taken.ok) return taken
  const query = readQuery(wholeQuerySchema, request)
  if (!query.ok) return query
  const allowed = await mayRead(context, request)
  if (!allowed.ok) return allowed
  const offered = context.shelf.find(pathParameter(request, 'questionId'))
  if (!offered) return refused('not-found', 'There is no such question.', 'Pick one of the catalogue.')
  if (!offered.readable) {
    return refused(
      'forbidden',
      `The questions of ${offered.pack ?? 'this pack'} are read in a room only.`,
      'Start an interview with it: the panel shows the interviewer all of it.',
    )
  }
  if (query.value.spoilers === undefined) {
    return refused(
      'forbidden',
      'All of a question spoils it for you as a candidate.',
      'Ask again with ?spoilers=accepted if you are preparing to interview.',
    )
  }
  return done(wholeQuestion(offered.question))
}

/** A token is not needed here; whoever brings one is held to their role. */
async function mayRead(context: HttpContext, request: Request): Promise<Outcome<void>> {
  const token = bearerToken(request.headers.authorization)
  if (token === undefined) return done(undefined)
  const me = await authenticate(context.store.rooms, token)
  if (!me.ok) return me
  if (me.value.role === 'interviewer') return done(undefined)
  return refused('forbidden', 'Whole questions are for interviewers; you are here in another role.')
}
