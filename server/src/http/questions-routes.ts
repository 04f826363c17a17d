import { Router } from 'express'
import { catalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { done } from '../rooms/refusal.ts'
import { answer } from './answer.ts'
import type { HttpContext } from './context.ts'

/** The catalogue: the public cut of every question. */
export function questionsRoutes(context: HttpContext): Router {
  const router = Router()
  const catalogue = { questions: context.questions.map(catalogueEntry) }
  router.get(
    '/api/questions',
    answer(async () => done(catalogue)),
  )
  return router
}
