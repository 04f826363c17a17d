import { commandAcceptedSchema, type Command } from '@drawbar/shared/interview/command.ts'
import { entriesPageSchema, type EntriesPage } from '@drawbar/shared/log/entry.ts'
import type { Role } from '@drawbar/shared/people/role.ts'
import {
  catalogueSchema,
  questionsByTermSchema,
  wholeQuestionSchema,
  type CatalogueEntry,
  type WholeQuestion,
} from '@drawbar/shared/question/catalogue.ts'
import { guideSchema, type Guide } from '@drawbar/shared/question/guide.ts'
import { questionViewSchema, type QuestionView } from '@drawbar/shared/question/question-view.ts'
import { recordSchema, type RecordCopy, type SessionRecord } from '@drawbar/shared/record/record.ts'
import {
  assetStoredSchema,
  joinedSchema,
  linkCheckedSchema,
  linkCreatedSchema,
  roomCreatedSchema,
  roomSchema,
  roundSchema,
  type AssetStored,
  type CreateRoom,
  type Joined,
  type RoomCreated,
  type RoomView,
  type RoundView,
} from '@drawbar/shared/wire/http.ts'
import { z } from 'zod'
import type { ApiOutcome } from './api-failure.ts'
import { DEFAULT_TIMEOUT_MS, request, requestBlob, type RequestDeps } from './request.ts'

/** A record holds a whole board and an upload a whole image, over a slow line. */
const LONG_TIMEOUT_MS = 60_000

type Answer<T> = Promise<ApiOutcome<T>>

/** What the browser gives. */
export function browserDeps(): RequestDeps {
  return { fetch: globalThis.fetch.bind(globalThis), timeoutMs: DEFAULT_TIMEOUT_MS }
}

/** The calls anyone may make, before being somebody in a room. */
export interface PublicApi {
  catalogue(signal?: AbortSignal): Answer<{ questions: CatalogueEntry[] }>
  questionsByTerm(text: string, signal?: AbortSignal): Answer<{ ids: string[] }>
  /** All of a question; asked for only once the reader has accepted that it is spoilt for them. */
  wholeQuestion(questionId: string, signal?: AbortSignal): Answer<WholeQuestion>
  guide(signal?: AbortSignal): Answer<Guide>
  createRoom(body: CreateRoom, signal?: AbortSignal): Answer<RoomCreated>
  /** Whether a link is good, for which role and whose room it is, before a name is asked for. */
  checkLink(
    body: { readonly roomId: string; readonly capability: string },
    signal?: AbortSignal,
  ): Answer<z.infer<typeof linkCheckedSchema>>
  join(
    body: { readonly roomId: string; readonly capability: string; readonly name: string },
    signal?: AbortSignal,
  ): Answer<Joined>
}

export function publicApi(deps: RequestDeps = browserDeps()): PublicApi {
  return {
    catalogue: (signal) => request(deps, { path: '/api/questions', schema: catalogueSchema, signal }),
    questionsByTerm: (text, signal) =>
      request(deps, {
        path: `/api/question-terms?text=${encodeURIComponent(text)}`,
        schema: questionsByTermSchema,
        signal,
      }),
    wholeQuestion: (questionId, signal) =>
      request(deps, {
        path: `/api/questions/${encodeURIComponent(questionId)}?spoilers=accepted`,
        schema: wholeQuestionSchema,
        signal,
      }),
    guide: (signal) => request(deps, { path: '/api/guide', schema: guideSchema, signal }),
    createRoom: (json, signal) =>
      request(deps, { method: 'POST', path: '/api/rooms', json, schema: roomCreatedSchema, signal }),
    checkLink: (json, signal) =>
      request(deps, { method: 'POST', path: '/api/join/check', json, schema: linkCheckedSchema, signal }),
    join: (json, signal) =>
      request(deps, { method: 'POST', path: '/api/join', json, schema: joinedSchema, signal }),
  }
}

/** The calls of a participant. */
export interface ParticipantApi {
  room(roomId: string, signal?: AbortSignal): Answer<RoomView>
  createLink(roomId: string, role: Role, signal?: AbortSignal): Answer<z.infer<typeof linkCreatedSchema>>
  revokeLink(roomId: string, linkId: string, signal?: AbortSignal): Answer<null>
  round(roundId: string, signal?: AbortSignal): Answer<RoundView>
  question(roundId: string, signal?: AbortSignal): Answer<QuestionView>
  command(roundId: string, command: Command, signal?: AbortSignal): Answer<{ seq: number }>
  /** A page of the log after entry `after`. */
  entries(
    roundId: string,
    page: { readonly after: number; readonly limit?: number },
    signal?: AbortSignal,
  ): Answer<EntriesPage>
  record(roundId: string, copy: RecordCopy, signal?: AbortSignal): Answer<SessionRecord>
  uploadImage(roundId: string, image: Blob, signal?: AbortSignal): Answer<AssetStored>
  /** The bytes behind an image's `src` (`asset:<name>`). */
  image(roundId: string, src: string, signal?: AbortSignal): Answer<Blob>
}

export function participantApi(token: string, deps: RequestDeps = browserDeps()): ParticipantApi {
  return {
    room: (roomId, signal) => request(deps, { token, path: room(roomId), schema: roomSchema, signal }),
    createLink: (roomId, role, signal) =>
      request(deps, {
        token,
        method: 'POST',
        path: `${room(roomId)}/links`,
        json: { role },
        schema: linkCreatedSchema,
        signal,
      }),
    revokeLink: (roomId, linkId, signal) =>
      request(deps, {
        token,
        method: 'DELETE',
        path: `${room(roomId)}/links/${encodeURIComponent(linkId)}`,
        schema: z.unknown().transform(() => null),
        signal,
      }),
    round: (roundId, signal) => request(deps, { token, path: round(roundId), schema: roundSchema, signal }),
    question: (roundId, signal) =>
      request(deps, { token, path: `${round(roundId)}/question`, schema: questionViewSchema, signal }),
    command: (roundId, command, signal) =>
      request(deps, {
        token,
        method: 'POST',
        path: `${round(roundId)}/commands`,
        json: command,
        schema: commandAcceptedSchema,
        signal,
      }),
    entries: (roundId, { after, limit }, signal) =>
      request(deps, {
        token,
        path: `${round(roundId)}/entries?after=${after}${limit === undefined ? '' : `&limit=${limit}`}`,
        schema: entriesPageSchema,
        timeoutMs: LONG_TIMEOUT_MS,
        signal,
      }),
    record: (roundId, copy, signal) =>
      request(deps, {
        token,
        path: `${round(roundId)}/record?copy=${copy}`,
        schema: recordSchema,
        timeoutMs: LONG_TIMEOUT_MS,
        signal,
      }),
    uploadImage: (roundId, image, signal) =>
      request(deps, {
        token,
        method: 'POST',
        path: `${round(roundId)}/assets`,
        body: image,
        schema: assetStoredSchema,
        timeoutMs: LONG_TIMEOUT_MS,
        signal,
      }),
    image: (roundId, src, signal) =>
      requestBlob(deps, { token, path: imagePath(roundId, src), timeoutMs: LONG_TIMEOUT_MS, signal }),
  }
}

function room(roomId: string): string {
  return `/api/rooms/${encodeURIComponent(roomId)}`
}

function round(roundId: string): string {
  return `/api/rounds/${encodeURIComponent(roundId)}`
}

function imagePath(roundId: string, src: string): string {
  return `${round(roundId)}/assets/${encodeURIComponent(src.replace(/^asset:/, ''))}`
}
