import { readFile } from 'node:fs/promises'

/** The text of a file, or an empty one where there is no such file. */
export async function textIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return ''
    throw error
  }
}
