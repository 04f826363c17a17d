import { json, Router } from 'express'
import { can } from '@drawbar/shared/people/can.ts'
import {
  checkLinkSchema,
  createLinkSchema,
  createRoomSchema,
  joinSchema,
  type RoomCreated,
  type RoomView,
} from '@drawbar/shared/wire/http.ts'
import type { Request } from 'express'
import { publicParticipant } from '../auth/authenticate.ts'
import { checkLink } from '../auth/check-link.ts'
import { createRoom } from '../auth/create-room.ts'
import { joinRoom } from '../auth/join-room.ts'
import { addLink, publicLink, revokeLink } from '../auth/links.ts'
import { done, refused, type Outcome } from '../rooms/refusal.ts'
import type { StoredParticipant } from '../store/room-store.ts'
import { answer, pathParameter, readBody } from './answer.ts'
import { JSON_BODY } from './bounds.ts'
import { addressOf, memberOf, type HttpContext } from './context.ts'
import { requestOrigin } from './request-origin.ts'

/** Rooms, the ways in, and the links. */
export function roomsRoutes(context: HttpContext): Router {
  const router = Router()
  const body = json({ limit: JSON_BODY })
  router.post(
    '/api/rooms',
    body,
    answer((request) => create(context, request), 201),
  )
  router.post(
    '/api/join',
    body,
    answer((request) => join(context, request)),
  )
  router.post(
    '/api/join/check',
    body,
    answer((request) => check(context, request)),
  )
  router.get(
    '/api/rooms/:roomId',
    answer((request) => look(context, request)),
  )
  router.post(
    '/api/rooms/:roomId/links',
    body,
    answer((request) => makeLink(context, request), 201),
  )
  router.delete(
    '/api/rooms/:roomId/links/:linkId',
    answer((request) => dropLink(context, request)),
  )
  return router
}

async function create(context: HttpContext, request: Request): Promise<Outcome<RoomCreated>> {
  const taken = await context.limits.rooms.take(addressOf(context, request))
  if (!taken.ok) return taken
  const body = readBody(createRoomSchema, request)
  if (!body.ok) return body
  const { questionId, level, minutes, hostName } = body.value
  const question = context.shelf.find(questionId)?.question
  if (!question) return refused('not-found', 'There is no such question.', 'Pick one of the catalogue.')
  if (!question.levels.includes(level) || !question.minutes.includes(minutes)) {
    return refused(
      'bad-request',
      'This question is not held at that level or for that long.',
      `Levels: ${question.levels.join(', ')}. Minutes: ${question.minutes.join(', ')}.`,
    )
  }
  const made = await createRoom({
    rooms: context.store.rooms,
    random: context.random,
    now: context.now(),
    hostName,
    question,
    level,
    minutes,
  })
  const { roomId, roundId, capabilities } = made
  context.events.roomCreated({ roomId, roundId, questionId, level, minutes })
  return done({
    roomId,
    roundId,
    links: {
      interviewer: linkUrl(context, request, { roomId, capability: capabilities.interviewer }),
      candidate: linkUrl(context, request, { roomId, capability: capabilities.candidate }),
      observer: linkUrl(context, request, { roomId, capability: capabilities.observer }),
    },
  })
}

async function join(context: HttpContext, request: Request) {
  const taken = await context.limits.joins.take(addressOf(context, request))
  if (!taken.ok) return taken
  const body = readBody(joinSchema, request)
  if (!body.ok) return body
  const joined = await joinRoom({
    rooms: context.store.rooms,
    rounds: context.rounds,
    random: context.random,
    now: context.now(),
    claim: body.value,
  })
  if (joined.ok) {
    const { roomId, participantId, role } = joined.value
    context.events.joined({ roomId, participantId, role })
  }
  return joined
}

async function check(context: HttpContext, request: Request) {
  const taken = await context.limits.joins.take(addressOf(context, request))
  if (!taken.ok) return taken
  const body = readBody(checkLinkSchema, request)
  if (!body.ok) return body
  const checked = await checkLink(context.store.rooms, body.value)
  if (!checked.ok) return checked
  return done({ role: checked.value.link.role, hostName: checked.value.room.hostName })
}

async function look(context: HttpContext, request: Request): Promise<Outcome<RoomView>> {
  const roomId = pathParameter(request, 'roomId')
  const me = await memberOf(context, request, roomId)
  if (!me.ok) return me
  const { rooms } = context.store
  const [people, rounds] = await Promise.all([rooms.participantsOf(roomId), rooms.roundsOf(roomId)])
  const view = {
    roomId,
    me: publicParticipant(me.value),
    people: people.map(publicParticipant),
    rounds: rounds.map(({ id, createdAt }) => ({ roundId: id, createdAt })),
  }
  if (!managesLinks(me.value).ok) return done(view)
  return done({ ...view, links: (await rooms.linksOf(roomId)).map(publicLink) })
}

async function makeLink(context: HttpContext, request: Request) {
  const roomId = pathParameter(request, 'roomId')
  const me = await linkManager(context, request, roomId)
  if (!me.ok) return me
  const body = readBody(createLinkSchema, request)
  if (!body.ok) return body
  const { role } = body.value
  const added = await addLink({
    rooms: context.store.rooms,
    random: context.random,
    now: context.now(),
    roomId,
    role,
  })
  if (!added.ok) return added
  const { link, capability } = added.value
  context.events.linkCreated({ roomId, linkId: link.id, role })
  return done({ link, url: linkUrl(context, request, { roomId, capability }) })
}

async function dropLink(context: HttpContext, request: Request) {
  const roomId = pathParameter(request, 'roomId')
  const me = await linkManager(context, request, roomId)
  if (!me.ok) return me
  const revoked = await revokeLink({
    rooms: context.store.rooms,
    rounds: context.rounds,
    bus: context.bus,
    now: context.now(),
    by: me.value,
    linkId: pathParameter(request, 'linkId'),
  })
  if (!revoked.ok) return revoked
  context.events.linkRevoked({ roomId, linkId: revoked.value.id, role: revoked.value.role })
  return done({ link: revoked.value })
}

async function linkManager(
  context: HttpContext,
  request: Request,
  roomId: string,
): Promise<Outcome<StoredParticipant>> {
  const me = await memberOf(context, request, roomId)
  return me.ok ? managesLinks(me.value) : me
}

// Links belong to the room, whose rounds may be in several states; the table allows managing them in every one.
function managesLinks(me: StoredParticipant): Outcome<StoredParticipant> {
  const permission = can(me.role, 'manage-links', 'lobby')
  return permission.allowed ? done(me) : refused('forbidden', permission.reason)
}

function linkUrl(
  context: HttpContext,
  request: Request,
  link: { readonly roomId: string; readonly capability: string },
): string {
  return `${requestOrigin(request, context)}/r/${link.roomId}#${link.capability}`
}
