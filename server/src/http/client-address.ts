import { isIPv6 } from 'node:net'
import type { IncomingMessage } from 'node:http'

/**
 * Whom a request counts against: the address of its socket, or with `proxies` trusted ones in between, the one that
 * the outermost of them saw. An IPv6 peer is its /64, because a household or a machine has all of it.
 */
export function clientAddress(
  request: Pick<IncomingMessage, 'headers'> & {
    readonly socket: { readonly remoteAddress?: string | undefined }
  },
  proxies: number,
): string {
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',')
  const hops = forwarded === '' ? [] : forwarded.split(',').map((hop) => hop.trim())
  // Each proxy appends the address it saw; what stands further left was written by the client.
  const seen = [...hops, request.socket.remoteAddress ?? '']
  return normalised(seen.at(-1 - Math.min(proxies, seen.length - 1)) ?? '')
}

function normalised(address: string): string {
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address
  if (!isIPv6(plain)) return plain
  const [head = '', tail = ''] = plain.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const zeros = plain.includes('::') ? Array.from({ length: 8 - left.length - right.length }, () => '0') : []
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`
}
