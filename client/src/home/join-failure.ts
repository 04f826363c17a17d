import type { ApiFailure } from '../session/api-failure.ts'

/** What the join page says where a link does not open the room. */
export interface JoinProblem {
  readonly title: string
  readonly text: string
  /** Asking again may work. */
  readonly retry: boolean
}

/** A refused or unanswered link check, in words for the person who holds the link. */
export function joinProblem(failure: ApiFailure): JoinProblem {
  const text = [failure.message, failure.hint].filter((part) => part !== null).join(' ')
  switch (failure.code) {
    case 'link-revoked':
      return { title: 'This link has been revoked', text, retry: false }
    case 'not-found':
    case 'bad-request':
      return { title: 'This link opens no room', text, retry: false }
    case 'conflict':
      return { title: 'This room is full', text, retry: false }
    case 'rate-limited':
      return { title: 'Too many tries at once', text, retry: true }
    case 'offline':
    case 'timeout':
    case 'unavailable':
      return {
        title: 'The server cannot be reached',
        text: `${text} Your link is kept on this page; nothing is lost.`,
        retry: true,
      }
    default:
      return { title: 'You could not be let in', text, retry: true }
  }
}
