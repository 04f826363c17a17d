import { Router, type Request } from 'express'
import { z } from 'zod'
import { can } from '@drawbar/shared/people/can.ts'
import { buildRecord } from '@drawbar/shared/record/build-record.ts'
import { copySchema } from '@drawbar/shared/record/record.ts'
import { done, refused } from '../rooms/refusal.ts'
import { answer, pathParameter, readQuery } from './answer.ts'
import { inRound, type HttpContext } from './context.ts'
import { createFinalBoards } from './round-board.ts'

const recordQuery = z.object({ copy: copySchema.optional() })

/** The record of a sealed round. Interviewers may have either copy, everyone else only the candidate's. */
export function recordRoutes(context: HttpContext): Router {
  const router = Router()
  const finalBoard = createFinalBoards(context.store.log)

  async function record(request: Request) {
    const here = await inRound(context, request, pathParameter(request, 'roundId'))
    if (!here.ok) return here
    const { stored, round } = here.value
    const asked = readQuery(recordQuery, request)
    if (!asked.ok) return asked
    const copy = asked.value.copy ?? (stored.role === 'interviewer' ? 'interviewer' : 'candidate')
    if (copy === 'interviewer' && stored.role !== 'interviewer') {
      return refused('forbidden', "The interviewer's copy is for interviewers.", 'Ask for copy=candidate.')
    }
    const permission = can(stored.role, 'read-record', round.state)
    if (!permission.allowed) {
      return refused(
        'wrong-state',
        permission.reason,
        'The record is made when the interviewer ends the round.',
      )
    }
    const taken = await context.limits.exports.take(stored.id)
    if (!taken.ok) return taken
    const { roundId, roomId, question, plan } = round
    const [entries, kept, board] = await Promise.all([
      context.store.log.readEvents(roundId, 0),
      context.store.rooms.round(roundId),
      finalBoard(roundId),
    ])
    if (!kept) throw new Error('a live round is not in the store')
    const reader = { participantId: stored.id, role: stored.role }
    const { createdAt } = kept
    const now = context.now()
    return done(
      buildRecord({ copy, reader, entries, question, plan, board, roomId, roundId, createdAt, now }),
    )
  }

  router.get('/api/rounds/:roundId/record', answer(record))
  return router
}
