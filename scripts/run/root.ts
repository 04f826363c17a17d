import { delimiter, join, resolve } from 'node:path'

/** The repository, whatever folder the command was started from. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** Our own tools come before anything of the same name that the machine has installed. */
export const TOOL_PATH = [join(ROOT, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter)
