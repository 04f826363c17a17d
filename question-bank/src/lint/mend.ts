import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '../finding.ts'

type Mending = NonNullable<Finding['mend']>

/** Mends in place what a machine can mend; answers the findings that were mended. */
export async function mendFiles(folder: string, findings: readonly Finding[]): Promise<Finding[]> {
  const mendable = findings.filter((finding) => finding.mend !== undefined)
  for (const [file, inFile] of Map.groupBy(mendable, (finding) => finding.file)) {
    const path = join(folder, file)
    const mends = inFile.flatMap(({ mend }) => (mend ? [mend] : []))
    await writeFile(path, mendText(await readFile(path, 'utf8'), mends))
  }
  return mendable
}

/** From the last place to the first, so that the offsets before it stay true. */
export function mendText(text: string, mends: readonly Mending[]): string {
  const places = Map.groupBy(mends, ({ start, end }) => `${start}-${end}`)
  return [...places.values()]
    .toSorted((a, b) => startOf(b) - startOf(a))
    .reduce((mended, atPlace) => {
      const [{ start, end } = { start: 0, end: 0 }] = atPlace
      const part = atPlace.reduce(
        (before, { find, put }) => before.replaceAll(wholeWord(find), () => put),
        mended.slice(start, end),
      )
      return mended.slice(0, start) + part + mended.slice(end)
    }, text)
}

function startOf([mend]: readonly Mending[]): number {
  return mend?.start ?? 0
}

/** A name inside another word (`kafkaesque`) is not that name; anything but letters has no such neighbours. */
function wholeWord(find: string): RegExp {
  const before = /^\w/.test(find) ? String.raw`(?<![\w./@-])` : ''
  const after = /\w$/.test(find) ? String.raw`(?![\w/@]|-\w|\.\w)` : ''
  return new RegExp(before + RegExp.escape(find) + after, 'g')
}
