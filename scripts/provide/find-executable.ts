import { accessSync, constants, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The first of the names that can be run from the given folders; those of `PATH` unless told otherwise. Links are not
 * followed: some programs act on the name they are called by.
 */
export function findExecutable(names: readonly string[], folders = pathFolders()): string | null {
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name)
      if (isExecutable(file)) return file
    }
  }
  return null
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The folders inside `parent`, newest version first; none when it is not there. */
export function versionFolders(parent: string): string[] {
  try {
    const byVersion = new Intl.Collator('en', { numeric: true })
    return readdirSync(parent).toSorted((a, b) => byVersion.compare(b, a))
  } catch {
    return []
  }
}

function pathFolders(): string[] {
  return (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
}
