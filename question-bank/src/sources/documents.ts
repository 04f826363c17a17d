import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { parseYaml } from '../parse-yaml.ts'

const FILE = fileURLToPath(new URL('../../sources/documents.yaml', import.meta.url))

const documentSchema = z.strictObject({
  name: z.string().min(1),
  about: z.string().min(1),
  questions: z.array(z.strictObject({ asks: z.string().min(1), entry: z.string().min(1) })).min(1),
  /** What is not a question and has its place in the guide. */
  parts: z.array(z.strictObject({ asks: z.string().min(1), guide: z.string().min(1) })).default([]),
})

/** A document whose questions the bank answers; `entry` is a question's id, `guide` a page's. */
export type SourceDocument = z.infer<typeof documentSchema>

export async function sourceDocuments(): Promise<SourceDocument[]> {
  const parsed = parseYaml(await readFile(FILE, 'utf8'))
  if (!parsed.ok) throw new Error(`${FILE}: ${parsed.problems.map(({ reason }) => reason).join('; ')}`)
  return z.array(documentSchema).parse(parsed.value)
}
