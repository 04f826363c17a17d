import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the built client lies. */
export const CLIENT_FOLDER = fileURLToPath(new URL('../../client/dist', import.meta.url))

export function requireBuiltClient(): void {
  if (existsSync(join(CLIENT_FOLDER, 'index.html'))) return
  throw new Error('the client is not built: run `npx -y pnpm@12 exec vite build client` first')
}
