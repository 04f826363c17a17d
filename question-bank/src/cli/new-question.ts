import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const TEMPLATE = fileURLToPath(new URL('../template', import.meta.url))

export type Made =
  | { readonly ok: true; readonly folder: string }
  | { readonly ok: false; readonly reason: string }

/** Copies the template into the content folder. Never touches a question that is there. */
export async function newQuestion(contentFolder: string, slug: string): Promise<Made> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    return {
      ok: false,
      reason: `'${slug}' is no name for a question: lower-case words joined by single hyphens`,
    }
  }
  const folder = join(contentFolder, slug)
  if ((await readdir(contentFolder)).includes(slug))
    return { ok: false, reason: `${folder} is there already` }
  await mkdir(folder)
  await cp(TEMPLATE, folder, { recursive: true })
  const main = join(folder, 'question.yaml')
  await writeFile(main, (await readFile(main, 'utf8')).replace('id: template', `id: ${slug}`))
  return { ok: true, folder }
}
