/** Calls `stop` once when the terminal or a supervisor asks the run to end; a second request ends it at once. */
export function onInterrupt(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      process.exitCode = 130
      stop()
    })
  }
}
