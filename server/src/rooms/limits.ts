import { LIMITS } from '@drawbar/shared/wire/limits.ts'

const KIB = 1024
const MIB = 1024 * KIB

/** The bounds both ends know, and those only the server needs. See docs/sync.spec.md, section C. */
export const ROUND_LIMITS = {
  ...LIMITS,
  /** Updates kept for a connection whose first step 2 has not come yet. */
  heldUpdateBytes: 256 * KIB,
  /** Yjs client ids a connection may bring that the document does not know; a page has one. */
  newIds: 32,
  /** Items a connection may bring a second, and at once: each costs integrating and checking, however small it is. */
  itemsPerSecond: 5_000,
  itemsBurst: 60_000,
  /** A y-websocket client echoes every cursor it is told of, so frames of type 1 come as often as all others move. */
  awarenessMessagesPerSecond: 600,
  awarenessMessagesBurst: 1200,
  /** Each answer to a step 1 may cost encoding the whole board. */
  handshakesPerSecond: 0.5,
  handshakesBurst: 6,
  /** How often, and how many times, a connection is asked again for edits that others may still bring. */
  askMs: 1_000,
  asks: 60,
  /** Unsent bytes of the whole process; above it, the connection with the most is closed. */
  processBufferedBytes: 256 * MIB,
  /** Entries wait this long, or until there are this many bytes of them, to share one commit. */
  commitMs: 10,
  commitBytes: 256 * KIB,
  /** Board updates of one author are one entry up to this size and span, so that a replay stays fluent. */
  entryBytes: 64 * KIB,
  entryMs: 50,
  /** Waits between two tries when the store does not take an append. */
  retryMinMs: 50,
  retryMaxMs: 1_000,
  /** Board entries after which a new snapshot is stored. */
  snapshotEvery: 500,
  /** How often a log that other processes may grow is read on, with and without a working bus. */
  pollMs: 2_000,
  pollDisconnectedMs: 250,
  /** How often a round shared by processes looks again at who may still be in it. */
  accessCheckMs: 15_000,
  /** Someone at another process who has not been heard of for this long is gone with their process. */
  presenceTimeoutMs: 30_000,
  /** A failed load is not tried again before this, doubling up to the maximum. */
  reloadMinMs: 1_000,
  reloadMaxMs: 30_000,
  /** Conflicting decisions of other processes after which a command gives up. */
  decisionTries: 5,
  notesPerAuthor: 1_000,
  eventsPerAuthor: 20_000,
} as const

export type RoundLimits = { readonly [Name in keyof typeof ROUND_LIMITS]: number }
