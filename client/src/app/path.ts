/** Every address of the app. Ids are URL-safe, but come from a server: they are encoded all the same. */
export const path = {
  home: () => '/',
  room: (roomId: string) => `/r/${encodeURIComponent(roomId)}`,
  record: (roomId: string) => `/r/${encodeURIComponent(roomId)}/record`,
} as const

/** The same addresses as patterns, for the router. */
export const PATTERN = {
  home: '/',
  room: '/r/:roomId',
  record: '/r/:roomId/record',
} as const
