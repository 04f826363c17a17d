import { pino, type DestinationStream, type Logger } from 'pino'
import type { LogLevel } from '../config.ts'

/** JSON lines, one per event. Only {@link file://./events.ts} writes to it, so nothing is logged that is not named there. */
export function createLog(level: LogLevel, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  )
}

/** The stream of a file descriptor, written before the call returns: the last line before an end is never lost. */
export function logToDescriptor(descriptor: number): DestinationStream {
  return pino.destination({ dest: descriptor, sync: true })
}
