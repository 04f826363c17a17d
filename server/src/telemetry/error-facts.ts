/** What of an error may be logged: its kind and place. */
export interface ErrorFacts {
  readonly name: string
  readonly code?: string | number
  readonly reason?: string
  /** Where it was thrown, innermost first. */
  readonly frames: readonly string[]
  readonly cause?: ErrorFacts
}

const FRAMES = 12

/**
 * Cuts an error to what holds no content: messages are left out, because parsers and databases quote their input in
 * them. `reason` is the fixed text SQLite has for its error number, or the name of a failed system call.
 */
export function errorFacts(error: unknown, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] }
  const code = field(error, 'code')
  const reason = field(error, 'errstr') ?? field(error, 'syscall')
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    ...(reason === undefined ? {} : { reason: String(reason) }),
    frames: frames(error),
    ...(error.cause === undefined || depth > 2 ? {} : { cause: errorFacts(error.cause, depth + 1) }),
  }
}

function frames(error: Error): string[] {
  // A message may itself look like a frame.
  return (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim())
}

function field(error: Error, name: string): string | number | undefined {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}
