import helmet from 'helmet'
import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { requestHost } from './request-origin.ts'

/**
 * What a browser may do with our pages. Nothing leaves this host; on plain http (a laptop in a LAN) nothing may be
 * upgraded to https, and the headers that browsers only honour on https are left out.
 */
export function securityHeaders(publicUrl: string | undefined): RequestHandler {
  const https = publicUrl?.startsWith('https:') ?? false
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        // tldraw places shapes and menus by inline styles.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'blob:', 'data:'],
        'font-src': ["'self'", 'data:'],
        // Exporting a board reads its own images and fonts back from blob: and data: addresses.
        'connect-src': ["'self'", 'blob:', 'data:', sockets],
        'worker-src': ["'self'", 'blob:'],
        'frame-src': ["'none'"],
        'frame-ancestors': ["'none'"],
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
      },
    },
    strictTransportSecurity: https,
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
}

/** Our own socket by name: older Safari does not count it among 'self'. */
function sockets(request: IncomingMessage): string {
  const host = requestHost(request)
  return host === undefined ? "'self'" : `ws://${host} wss://${host}`
}
