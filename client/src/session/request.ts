import { errorBodySchema } from '@drawbar/shared/wire/http.ts'
import type { z } from 'zod'
import { aborted, offline, timedOut, unreadable, type ApiFailure, type ApiOutcome } from './api-failure.ts'

/** What a call needs of its surroundings. */
export interface RequestDeps {
  readonly fetch: typeof globalThis.fetch
  /** Longest wait for an answer, in milliseconds. */
  readonly timeoutMs: number
}

/** Uploads and records take longer than a command. */
export const DEFAULT_TIMEOUT_MS = 15_000

export interface RequestOptions<Schema extends z.ZodType> {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly token?: string
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as it is. */
  readonly body?: Blob
  readonly schema: Schema
  readonly signal?: AbortSignal
  readonly timeoutMs?: number
}

/** One call to the server. Never throws: whatever goes wrong is a failure with a code and words for the person. */
export async function request<Schema extends z.ZodType>(
  deps: RequestDeps,
  options: RequestOptions<Schema>,
): Promise<ApiOutcome<z.output<Schema>>> {
  const answered = await send(deps, options)
  if (!answered.ok) return answered
  const { status, body } = answered.value
  const parsed = options.schema.safeParse(body)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, failure: unreadable(status) }
}

/** A file of the server, for a call that is answered with bytes. */
export async function requestBlob(
  deps: RequestDeps,
  options: Pick<RequestOptions<z.ZodType>, 'path' | 'token' | 'signal' | 'timeoutMs'>,
): Promise<ApiOutcome<Blob>> {
  return exchange(deps, options, (response) => response.blob())
}

function send(
  deps: RequestDeps,
  options: RequestOptions<z.ZodType>,
): Promise<ApiOutcome<{ status: number; body: unknown }>> {
  return exchange(deps, options, async (response) => ({
    status: response.status,
    body: response.status === 204 ? null : parseJson(await response.text()),
  }))
}

async function exchange<T>(
  deps: RequestDeps,
  options: Omit<RequestOptions<z.ZodType>, 'schema'>,
  read: (response: Response) => Promise<T>,
): Promise<ApiOutcome<T>> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? deps.timeoutMs)
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout
  try {
    const response = await deps.fetch(options.path, { ...init(options), signal })
    if (!response.ok) return { ok: false, failure: refusal(response.status, await response.text()) }
    return { ok: true, value: await read(response) }
  } catch {
    if (options.signal?.aborted) return { ok: false, failure: aborted() }
    return { ok: false, failure: timeout.aborted ? timedOut() : offline() }
  }
}

function init(options: Omit<RequestOptions<z.ZodType>, 'schema'>): RequestInit {
  const headers: Record<string, string> = {}
  if (options.token !== undefined) headers.authorization = `Bearer ${options.token}`
  const method = options.method ?? 'GET'
  if (options.json !== undefined) {
    return {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(options.json),
    }
  }
  if (options.body !== undefined) {
    return { method, headers: { ...headers, 'content-type': options.body.type }, body: options.body }
  }
  return { method, headers }
}

function refusal(status: number, text: string): ApiFailure {
  const parsed = errorBodySchema.safeParse(parseJson(text))
  if (!parsed.success) return status >= 502 && status <= 504 ? { ...offline(), status } : unreadable(status)
  const { code, message, hint } = parsed.data.error
  return { code, message, hint: hint ?? null, status }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
