import type { Command, CommandBody } from '@drawbar/shared/interview/command.ts'
import type { Role } from '@drawbar/shared/people/role.ts'
import { joinedSchema, type Joined } from '@drawbar/shared/wire/http.ts'

/** An answer as a test looks at it. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The parsed body; undefined where it is not JSON. */
  readonly body: unknown
  /** The code of a refusal; undefined where there is none. */
  readonly code: string | undefined
}

export interface CallOptions {
  readonly method?: string
  readonly token?: string | undefined
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as it is. */
  readonly raw?: string | Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
}

/** Makes one HTTP call, whatever comes of it. */
export async function call(url: string, options: CallOptions = {}): Promise<Answer> {
  const { method, token, json, raw } = options
  const headers = new Headers(options.headers)
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`)
  if (json !== undefined) headers.set('Content-Type', 'application/json')
  const body = json === undefined ? raw : JSON.stringify(json)
  const response = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers,
    ...(body === undefined ? {} : { body }),
    redirect: 'manual',
  })
  const text = await response.text()
  const parsed = parseJson(text)
  return { status: response.status, headers: response.headers, text, body: parsed, code: codeIn(parsed) }
}

/** Someone in a room, by their token. */
export interface TestPerson extends Joined {
  readonly name: string
  call(path: string, options?: Omit<CallOptions, 'token'>): Promise<Answer>
  /** A command in the round, with a fresh id where none is given. */
  command(command: CommandBody | Command): Promise<Answer>
}

/** Joins by a link, as `name`. */
export async function joinByLink(
  server: string,
  options: { link: string; name: string },
): Promise<TestPerson> {
  const { roomId, capability } = readLink(options.link)
  const { name } = options
  const answer = await call(`${server}/api/join`, { json: { roomId, capability, name } })
  if (answer.status !== 200) throw new Error(`${name} could not join: ${answer.status} ${answer.text}`)
  const joined = joinedSchema.parse(answer.body)
  const person = (path: string, more: Omit<CallOptions, 'token'> = {}) =>
    call(`${server}${path}`, { ...more, token: joined.token })
  return {
    ...joined,
    name,
    call: person,
    command: (command) =>
      person(`/api/rounds/${joined.roundId}/commands`, { json: { id: newCommandId(), ...command } }),
  }
}

export function readLink(link: string): { roomId: string; capability: string } {
  const url = new URL(link)
  return { roomId: url.pathname.replace('/r/', ''), capability: url.hash.slice(1) }
}

let commands = 0

export function newCommandId(): string {
  commands += 1
  return `command-${process.pid}-${commands}`
}

/** The name a role has in the tests. */
export const PERSON_NAMES: Record<Role, string> = { interviewer: 'Alice', candidate: 'Bob', observer: 'Olga' }

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function codeIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined
  const { error } = body
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
