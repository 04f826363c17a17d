import type { IncomingMessage } from 'node:http'

const HOST = /^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?$/

/** The host a request was sent to; undefined where the header is none that could go into a link or a policy. */
export function requestHost(request: Pick<IncomingMessage, 'headers'>): string | undefined {
  const host = request.headers.host ?? ''
  return HOST.test(host) ? host.toLowerCase() : undefined
}

/** The origin under which people reach this server: PUBLIC_URL, else what this request says. */
export function requestOrigin(
  request: Pick<IncomingMessage, 'headers'>,
  options: { readonly publicUrl: string | undefined; readonly proxies: number },
): string {
  if (options.publicUrl !== undefined) return options.publicUrl
  const forwarded = [request.headers['x-forwarded-proto'] ?? []].flat().join(',').split(',').at(-1)?.trim()
  const scheme = options.proxies > 0 && forwarded === 'https' ? 'https' : 'http'
  return `${scheme}://${requestHost(request) ?? 'localhost'}`
}

/** Whether a page of this origin may open a socket here. A missing origin is a program, not a browser's page. */
export function mayConnectFrom(
  request: Pick<IncomingMessage, 'headers'>,
  publicUrl: string | undefined,
): boolean {
  const { origin } = request.headers
  if (origin === undefined) return true
  const page = URL.parse(origin)
  if (!page) return false
  return page.origin === publicUrl || page.host === requestHost(request)
}
