const KIB = 1024
const MIB = 1024 * KIB

/**
 * What one connection, room and board may cost. Start values from the measurements in docs/sync.spec.md, section
 * Bounds; each has a test that shows the refusal.
 */
export const LIMITS = {
  /** Largest frame the socket accepts at all: a reply to sync step 1 after a long time offline. */
  frameBytes: 8 * MIB,
  updateBytes: 1 * MIB,
  awarenessBytes: 4 * KIB,
  controlBytes: 16 * KIB,
  /** Messages a connection may send a second, and how many may come at once. */
  messagesPerSecond: 120,
  messagesBurst: 300,
  bytesPerSecond: 512 * KIB,
  bytesBurst: 8 * MIB,
  awarenessPerSecond: 30,
  /** Repairs of a connection's own records before it is asked to start over. */
  invalidRecords: 10,
  connectionsPerRound: 12,
  connectionsPerParticipant: 4,
  connectionsPerAddress: 200,
  /** Three people of one household or office with two pages each, and half of a round: the other half stays free. */
  connectionsPerAddressAndRoom: 6,
  connectionsPerProcess: 5000,
  upgradesPerSecondPerAddress: 20,
  /** Unsent bytes after which cursors wait, and after which the connection is closed to resume later. */
  holdPresenceBytes: 256 * KIB,
  slowConsumerBytes: 2 * MIB,
  slowConsumerMs: 10_000,
  /** A board's encoded size: past `soft` a warning, past `hard` growing updates are refused. */
  documentSoftBytes: 4 * MIB,
  documentHardBytes: 8 * MIB,
  imageBytes: 5 * MIB,
  imagesPerRound: 50,
  imageBytesPerRound: 100 * MIB,
  imageSide: 4096,
  heartbeatMs: 15_000,
  /** A live round without connections stays in memory this long, so that a reload finds it warm. */
  lingerMs: 60_000,
  loadTimeoutMs: 10_000,
  /** Unsaved for this long, or this much of it, and the board takes no more until the store answers. */
  freezeAfterMs: 5_000,
  freezeBytes: 8 * MIB,
  drainMs: 8_000,
} as const
