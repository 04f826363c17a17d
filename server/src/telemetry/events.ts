import type { Logger } from 'pino'
import type { Role } from '@drawbar/shared/people/role.ts'
import { errorFacts } from './error-facts.ts'

/**
 * Everything that is ever logged, one function per event. The parameters name ids, roles, sizes and codes: there is
 * no way to hand a name, a token, a link, a text or a drawing to the log.
 */
export function createEvents(log: Logger) {
  return {
    listening: (facts: { readonly port: number; readonly store: string; readonly bus: string }) =>
      log.info(facts, 'listening'),
    draining: (facts: { readonly cause: string; readonly connections: number }) =>
      log.info(facts, 'draining'),
    stopped: (facts: { readonly ms: number }) => log.info(facts, 'stopped'),

    roomCreated: (facts: {
      readonly roomId: string
      readonly roundId: string
      readonly questionId: string
      readonly level: string
      readonly minutes: number
    }) => log.info(facts, 'room created'),
    joined: (facts: { readonly roomId: string; readonly participantId: string; readonly role: Role }) =>
      log.info(facts, 'joined'),
    linkCreated: (facts: { readonly roomId: string; readonly linkId: string; readonly role: Role }) =>
      log.info(facts, 'link created'),
    linkRevoked: (facts: { readonly roomId: string; readonly linkId: string; readonly role: Role }) =>
      log.info(facts, 'link revoked'),
    imageStored: (facts: { readonly roundId: string; readonly bytes: number; readonly mimeType: string }) =>
      log.info(facts, 'image stored'),

    upgradeRefused: (facts: { readonly reason: string }) => log.debug(facts, 'upgrade refused'),

    /** One line per request, on `debug`: the route's pattern, never its path. */
    answered: (facts: {
      readonly method: string
      readonly route: string
      readonly status: number
      readonly ms: number
    }) => log.debug(facts, 'answered'),

    /** A bug or an outage behind a request; `errorId` is what its sender was told. */
    requestFailed: (facts: { readonly errorId: string; readonly route: string; readonly error: unknown }) =>
      log.error({ ...facts, error: errorFacts(facts.error) }, 'request failed'),
    connectionFailed: (facts: { readonly roundId: string; readonly error: unknown }) =>
      log.error({ ...facts, error: errorFacts(facts.error) }, 'connection failed'),
    notReady: (facts: { readonly error: unknown }) =>
      log.warn({ error: errorFacts(facts.error) }, 'store does not take appends'),
    databaseConnectionLost: (facts: { readonly error: unknown }) =>
      log.warn({ error: errorFacts(facts.error) }, 'database connection lost'),
    busTrouble: (facts: { readonly error: unknown }) =>
      log.warn({ error: errorFacts(facts.error) }, 'bus trouble'),
    crashed: (facts: { readonly error: unknown }) => log.fatal({ error: errorFacts(facts.error) }, 'crashed'),

    connected: (facts: { readonly roundId: string; readonly connectionId: string; readonly role: Role }) =>
      log.info(facts, 'connected'),
    disconnected: (facts: {
      readonly roundId: string
      readonly connectionId: string
      readonly code: number | undefined
      readonly ms: number
    }) => log.info(facts, 'disconnected'),
    loaded: (facts: { readonly roundId: string; readonly entries: number; readonly ms: number }) =>
      log.info(facts, 'round loaded'),
    unloaded: (facts: { readonly roundId: string }) => log.info(facts, 'round unloaded'),
    loadFailed: (facts: { readonly roundId: string; readonly error: unknown }) =>
      log.error({ ...facts, error: errorFacts(facts.error) }, 'round not loaded'),
    roundFailed: (facts: { readonly roundId: string; readonly error: unknown }) =>
      log.error({ ...facts, error: errorFacts(facts.error) }, 'round failed'),
    frozen: (facts: { readonly roundId: string }) =>
      log.warn(facts, 'round frozen: its edits are not being saved'),
    thawed: (facts: { readonly roundId: string }) => log.warn(facts, 'round thawed: everything is saved'),
    appendFailed: (facts: { readonly error: unknown; readonly attempt: number }) =>
      log.warn({ ...facts, error: errorFacts(facts.error) }, 'append failed'),
    snapshotStored: (facts: { readonly roundId: string; readonly bytes: number; readonly ms: number }) =>
      log.debug(facts, 'snapshot stored'),
    snapshotFailed: (facts: { readonly roundId: string; readonly error: unknown }) =>
      log.warn({ ...facts, error: errorFacts(facts.error) }, 'snapshot not stored'),
    logIncomplete: (facts: { readonly roundId: string }) =>
      log.error(facts, 'the log of a round is incomplete'),
  }
}
export type Events = ReturnType<typeof createEvents>
