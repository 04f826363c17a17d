import { fileURLToPath } from 'node:url'

/** Absolute path of the questions that come with Drawbar. */
export const BANK_FOLDER = fileURLToPath(new URL('../content', import.meta.url))
