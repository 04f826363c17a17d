const INTERRUPTED = 130

/**
 * Calls `stop` when the terminal or a supervisor asks the run to end, and aborts the returned signal; a second request
 * ends the process at once.
 */
export function onInterrupt(stop: () => void): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      process.exitCode = INTERRUPTED
      controller.abort()
      stop()
    })
  }
  return controller.signal
}
