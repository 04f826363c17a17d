/** The WebSocket subprotocol of this version of the wire. History: 1, the first. */
export const SUBPROTOCOL = 'drawbar.v1'
export const PROTOCOL_VERSION = 1

const BEARER = 'bearer.'

/** The subprotocols a client offers: the token never travels in a query string, where logs would keep it. */
export function offeredProtocols(token: string): string[] {
  return [SUBPROTOCOL, `${BEARER}${token}`]
}

/** The token among offered subprotocols, if there is one. */
export function bearerOf(protocols: Iterable<string>): string | undefined {
  for (const protocol of protocols) {
    if (protocol.startsWith(BEARER)) return protocol.slice(BEARER.length)
  }
  return undefined
}
