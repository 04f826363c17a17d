import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { controlDownSchema } from './control-down.ts'
import { controlUpSchema } from './control-up.ts'
import { FRAME, SYNC } from './frame.ts'
import { awarenessStateSchema } from './presence.ts'
import { bearerOf, offeredProtocols, PROTOCOL_VERSION, SUBPROTOCOL } from './protocol-version.ts'

/**
 * What the version stands for. When this fails the wire has changed: raise PROTOCOL_VERSION and the subprotocol unless
 * a client of the former version can still talk, and write the new digest here.
 */
const WIRE_DIGEST: Record<number, string> = { 1: 'a2268ecb9b9f613a' }

it('names the wire it speaks', () => {
  const wire = [
    FRAME,
    SYNC,
    ...[controlDownSchema, controlUpSchema, awarenessStateSchema].map((schema) => z.toJSONSchema(schema)),
  ]
  const digest = createHash('sha256').update(JSON.stringify(wire)).digest('hex').slice(0, 16)
  expect(digest).toBe(WIRE_DIGEST[PROTOCOL_VERSION])
  expect(SUBPROTOCOL).toBe(`drawbar.v${PROTOCOL_VERSION}`)
})

it('carries the token as a subprotocol', () => {
  expect(bearerOf(offeredProtocols('t0ken'))).toBe('t0ken')
  expect(bearerOf([SUBPROTOCOL])).toBeUndefined()
})
