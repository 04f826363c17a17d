import { CLOSE, type CloseCode } from '@drawbar/shared/wire/close-code.ts'
import type { RefusalCode } from '../rooms/refusal.ts'

/** How a refusal ends a socket. */
export const REFUSAL_CLOSE: Record<RefusalCode, CloseCode> = {
  'bad-request': CLOSE.badFrame,
  'signed-out': CLOSE.signedOut,
  forbidden: CLOSE.forbidden,
  'link-revoked': CLOSE.forbidden,
  'not-found': CLOSE.noRound,
  'wrong-state': CLOSE.sealed,
  conflict: CLOSE.rateLimited,
  'too-large': CLOSE.tooLarge,
  'unsupported-media': CLOSE.badFrame,
  'rate-limited': CLOSE.rateLimited,
  unavailable: CLOSE.draining,
}
