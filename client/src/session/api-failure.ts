/**
 * Why a call did not do what was asked. `code` is the server's refusal code, or one of ours: `offline` (no answer),
 * `timeout`, `aborted` (the caller gave up), `unreadable` (an answer we do not understand). `status` is the HTTP status,
 * 0 where there was no answer.
 */
export interface ApiFailure {
  readonly code: string
  readonly message: string
  readonly hint: string | null
  readonly status: number
}

export type ApiOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ApiFailure }

export function offline(): ApiFailure {
  return {
    code: 'offline',
    message: 'The server could not be reached.',
    hint: 'Check your connection and try again.',
    status: 0,
  }
}

export function timedOut(): ApiFailure {
  return {
    code: 'timeout',
    message: 'The server took too long to answer.',
    hint: 'Try again in a moment.',
    status: 0,
  }
}

export function aborted(): ApiFailure {
  return { code: 'aborted', message: 'The request was given up.', hint: null, status: 0 }
}

export function unreadable(status: number): ApiFailure {
  return {
    code: 'unreadable',
    message: 'The server gave an answer this page does not understand.',
    hint: 'Reload the page to get its newest version.',
    status,
  }
}

/** Whether asking the same again may work: nobody answered, or the server said it cannot now. */
export function mayRetry(failure: ApiFailure): boolean {
  return failure.code === 'offline' || failure.code === 'timeout' || failure.status >= 502
}
