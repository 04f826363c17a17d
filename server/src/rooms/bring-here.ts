import type { z } from 'zod'
import type { RoundState } from '@drawbar/shared/interview/interview.ts'
import { can } from '@drawbar/shared/people/can.ts'
import type { Participant } from '@drawbar/shared/people/participant.ts'
import { bringHereSchema } from '@drawbar/shared/wire/control-down.ts'
import { controlUpSchema } from '@drawbar/shared/wire/control-up.ts'
import { parseJson } from './parse-json.ts'
import { done, refused, type Outcome } from './refusal.ts'

type Call = z.infer<typeof bringHereSchema>

/** What everyone else is told when someone calls them to a place (E9). */
export function callEveryone({ id, role }: Participant, state: RoundState, json: string): Outcome<Call> {
  const asked = controlUpSchema.safeParse(parseJson(json))
  if (!asked.success) return refused('bad-request', 'This message is not understood.')
  const permission = can(role, 'bring-everyone', state)
  if (!permission.allowed) return refused('forbidden', permission.reason)
  const { pageId, center, zoom } = asked.data
  return done({ type: 'bring-here', by: id, pageId, center, zoom })
}

/** A call that came from another process; undefined for anything else. */
export function readCall(json: string): Call | undefined {
  return bringHereSchema.safeParse(parseJson(json)).data
}
