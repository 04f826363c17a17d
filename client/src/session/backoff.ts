/** Nobody waits longer than this for a server that is back. */
const LONGEST_MS = 2_500
const SHORTEST_MS = 100
const FIRST_MS = 400

/**
 * How long to wait before attempt number `attempt` (0 is the first after a loss). Spread over the whole span, so that
 * a room full of people does not come back in the same millisecond.
 */
export function backoffMs(attempt: number, random: () => number): number {
  const span = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10))
  return SHORTEST_MS + Math.round(random() * span)
}
