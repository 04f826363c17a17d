/** Every address of the app. Ids are URL-safe, but come from a server: they are encoded all the same. */
export const path = {
  home: () => '/',
  /** The start page with a question chosen. */
  ask: (questionId: string) => `/?question=${encodeURIComponent(questionId)}`,
  questions: () => '/questions',
  question: (questionId: string) => `/questions/${encodeURIComponent(questionId)}`,
  guide: () => '/guide',
  room: (roomId: string) => `/r/${encodeURIComponent(roomId)}`,
  record: (roomId: string) => `/r/${encodeURIComponent(roomId)}/record`,
} as const

/** The same addresses as patterns, for the router. */
export const PATTERN = {
  home: '/',
  questions: '/questions',
  question: '/questions/:questionId',
  guide: '/guide',
  room: '/r/:roomId',
  record: '/r/:roomId/record',
} as const

/** Where the top of every page leads. */
export const PLACES = { home: path.home(), questions: path.questions(), guide: path.guide() } as const

/** An id as a pattern found it in an address. The router leaves a colon encoded; what is no encoding is taken as it is. */
export function idFromPath(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
