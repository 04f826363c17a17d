/**
 * Why the server hangs up. 44xx is final for a y-websocket client, 45xx and 1006 mean: come back (with jitter).
 * Source: y-websocket 3.1.0 treats 4400 to 4499 as terminal.
 */
export const CLOSE = {
  badFrame: 4400,
  signedOut: 4401,
  forbidden: 4403,
  noRound: 4404,
  epochChanged: 4409,
  sealed: 4410,
  tooLarge: 4413,
  invalidRecords: 4422,
  outdated: 4426,
  internal: 4500,
  draining: 4503,
  loadTimeout: 4504,
  slowConsumer: 4508,
  rateLimited: 4529,
} as const
export type CloseReason = keyof typeof CLOSE
export type CloseCode = (typeof CLOSE)[CloseReason]

/** Whether a client may come back after this close, by itself. */
export function mayReconnect(code: number): boolean {
  return code < 4400 || code >= 4500
}

/** What a person is told when the connection is closed for good: what happened, and what to do. */
export const CLOSE_TEXT: Record<CloseReason, string> = {
  badFrame:
    'The board on this page got out of step with the server. Reload the page; what was saved is safe.',
  signedOut: 'Your place in this room is no longer valid. Open your invitation link again.',
  forbidden: 'You no longer have access to this room. Ask the interviewer for a new link.',
  noRound: 'This round does not exist on this server. Check the link you were given.',
  epochChanged: 'The board was rebuilt on the server. Reload the page to get its newest state.',
  sealed: 'The round has ended and its board is frozen. Open the record to look at it.',
  tooLarge:
    'The board or your last change is too large to be kept. Remove large images or drawings, then reload.',
  invalidRecords:
    'This page kept sending shapes the board cannot hold. Reload the page; what was saved is safe.',
  outdated: 'Drawbar was updated while this page was open. Reload the page to continue.',
  internal: 'The server had a problem with this board. Trying again.',
  draining: 'The server is restarting. Your edits are kept here and sent when it is back.',
  loadTimeout: 'The board took too long to load. Trying again.',
  slowConsumer: 'Your connection could not keep up. Trying again.',
  rateLimited: 'Too much was sent at once. Trying again.',
}

/** The reason behind a close code, where it is one of ours. */
export function closeReason(code: number): CloseReason | undefined {
  const reasons = Object.keys(CLOSE) as CloseReason[]
  return reasons.find((reason) => CLOSE[reason] === code)
}
