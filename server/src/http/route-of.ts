import type { Request } from 'express'

/** The pattern of the route that took a request, like `/api/rooms/:roomId`: safe for logs and labels. */
export function routeOf(request: Request): string {
  const route: unknown = request.route
  if (typeof route !== 'object' || route === null) return 'none'
  const path: unknown = Reflect.get(route, 'path')
  return typeof path === 'string' ? `${request.baseUrl}${path}` : 'none'
}
