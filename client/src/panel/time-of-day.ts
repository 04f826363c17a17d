const FORMAT = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })

/** When something was, in the reader's own time: `14:05`. `at` in epoch milliseconds. */
export function timeOfDay(at: number): string {
  return FORMAT.format(at)
}
