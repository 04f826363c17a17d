import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BANK_FOLDER } from '@drawbar/question-bank/bank-folder.ts'
import type { Question } from '@drawbar/shared/question/question.ts'

/** A pack on disk. It goes away when disposed. */
export interface PackOfCopies extends AsyncDisposable {
  readonly folder: string
}

/** `count` copies of the shipped questions in turn, each with an id and a title of its own. Open to readers. */
export async function packOfCopies(shipped: readonly Question[], count: number): Promise<PackOfCopies> {
  const folder = await mkdtemp(join(tmpdir(), 'drawbar-copies-'))
  await writeFile(join(folder, 'pack.yaml'), 'id: copies\nname: Copies\nreading: open\n')
  for (let n = 0; n < count; n += 1) {
    const original = shipped[n % shipped.length]
    if (!original) throw new Error('there is nothing to copy')
    const id = `${original.id}-${n}`
    await cp(join(BANK_FOLDER, original.id), join(folder, id), { recursive: true })
    const main = join(folder, id, 'question.yaml')
    const text = await readFile(main, 'utf8')
    const title = JSON.stringify(`${original.title}, ${n}`)
    await writeFile(main, text.replace(/^id: .*$/m, `id: ${id}`).replace(/^title: .*$/m, `title: ${title}`))
  }
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) }
}
