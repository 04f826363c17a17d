import type { Request, RequestHandler } from 'express'
import type { z } from 'zod'
import { done, refused, type Outcome } from '../rooms/refusal.ts'
import { sendRefusal } from './error-response.ts'

/** A route as a function from a request to what becomes of it. */
export function answer(
  handle: (request: Request) => Promise<Outcome<unknown>>,
  status = 200,
): RequestHandler {
  return async (request, response) => {
    const outcome = await handle(request)
    if (outcome.ok) response.status(status).json(outcome.value)
    else sendRefusal(response, outcome.refusal)
  }
}

/** The request's JSON body as `schema` has it. */
export function readBody<S extends z.ZodType>(schema: S, request: Request): Outcome<z.output<S>> {
  if (!request.is('application/json')) {
    return refused('unsupported-media', 'This call reads JSON.', 'Send Content-Type: application/json.')
  }
  return parse(schema, request.body)
}

export function readQuery<S extends z.ZodType>(schema: S, request: Request): Outcome<z.output<S>> {
  return parse(schema, request.query)
}

/** A path parameter; the route's pattern guarantees it. */
export function pathParameter(request: Request, name: string): string {
  const value = request.params[name]
  if (typeof value !== 'string') throw new Error(`the route has no parameter ${name}`)
  return value
}

function parse<S extends z.ZodType>(schema: S, input: unknown): Outcome<z.output<S>> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return done(parsed.data)
  const [issue] = parsed.error.issues
  const field = issue?.path.map(String).join('.') ?? ''
  return refused('bad-request', field === '' ? `${issue?.message}` : `${field}: ${issue?.message}`)
}
