import { basename, join } from 'node:path'
import type { Question } from '@drawbar/shared/question/question.ts'
import { z } from 'zod'
import { formatField, type Finding } from './finding.ts'
import { loadBank } from './load-bank.ts'
import { parseYaml } from './parse-yaml.ts'
import { schemaReason } from './schema-reason.ts'
import { textIfThere } from './text-if-there.ts'

const MANIFEST = 'pack.yaml'

/** `pack.yaml`, which a pack may have beside its questions. */
const manifestSchema = z.strictObject({
  /** Stands before the ids of the pack's questions; the folder's name where it is missing. */
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by single hyphens')
    .optional(),
  /** As the catalogue shows it; the id where it is missing. */
  name: z.string().trim().min(1).max(60).optional(),
  /** Whether anybody may read whole questions outside a room. Off, because candidates reach the same server. */
  reading: z.enum(['open', 'closed']).default('closed'),
})

/** Questions that an organisation keeps in a folder of its own. Their ids begin with the pack's. */
export type Pack = {
  readonly id: string
  readonly name: string
  readonly reading: 'open' | 'closed'
  readonly questions: readonly Question[]
}

export type LoadedPack =
  | { readonly ok: true; readonly pack: Pack }
  /** `name` is what to call the pack by to its operator. */
  | { readonly ok: false; readonly name: string; readonly findings: readonly Finding[] }

/** Reads and checks a pack: a content folder with or without a `pack.yaml`. */
export async function loadPack(folder: string): Promise<LoadedPack> {
  const manifest = await readManifest(folder)
  if (!manifest.ok) return { ok: false, name: basename(folder), findings: manifest.findings }
  const { id, name, reading } = manifest
  const bank = await loadBank(folder)
  if (!bank.ok) return { ok: false, name, findings: bank.findings }
  const questions = bank.questions.map((question) => ({ ...question, id: `${id}:${question.id}` }))
  return { ok: true, pack: { id, name, reading, questions } }
}

/** Every pack in the order given. A bad one, or one with the id of an earlier one, is refused without harm to the others. */
export async function loadPacks(folders: readonly string[]): Promise<LoadedPack[]> {
  const loaded: LoadedPack[] = []
  const taken = new Map<string, string>()
  for (const folder of folders) {
    const pack = await loadPack(folder)
    const other = pack.ok ? taken.get(pack.pack.id) : undefined
    if (pack.ok && other === undefined) taken.set(pack.pack.id, folder)
    loaded.push(pack.ok && other !== undefined ? twice(pack.pack, other) : pack)
  }
  return loaded
}

/** What is wrong with a folder's `pack.yaml`; a folder without one, and with a good name, has nothing wrong. */
export async function packFindings(folder: string): Promise<readonly Finding[]> {
  const manifest = await readManifest(folder)
  return manifest.ok ? [] : manifest.findings
}

function twice({ id, name }: Pack, other: string): LoadedPack {
  const reason = `'${id}' is also the id of the pack in ${other}`
  return {
    ok: false,
    name,
    findings: [{ file: MANIFEST, field: 'id', reason, advice: 'Give one of them another id.' }],
  }
}

type Manifest =
  | { readonly ok: true; readonly id: string; readonly name: string; readonly reading: Pack['reading'] }
  | { readonly ok: false; readonly findings: Finding[] }

async function readManifest(folder: string): Promise<Manifest> {
  const text = await textIfThere(join(folder, MANIFEST))
  const yaml = parseYaml(text)
  if (!yaml.ok) {
    return {
      ok: false,
      findings: yaml.problems.map((problem) => ({ file: MANIFEST, field: '', ...problem })),
    }
  }
  const parsed = manifestSchema.safeParse(yaml.value ?? {}, { reportInput: true })
  if (!parsed.success) {
    return {
      ok: false,
      findings: parsed.error.issues.map((issue) => {
        const path = issue.path.map(String)
        return { file: MANIFEST, field: formatField(path), reason: schemaReason(issue) }
      }),
    }
  }
  const fallback = manifestSchema.shape.id.safeParse(basename(folder).toLowerCase())
  const id = parsed.data.id ?? fallback.data
  if (id === undefined) {
    const reason = `the folder's name is no id (lower-case words joined by single hyphens), and there is no other`
    return {
      ok: false,
      findings: [{ file: MANIFEST, field: 'id', reason, advice: 'Write an `id` into pack.yaml.' }],
    }
  }
  return { ok: true, id, name: parsed.data.name ?? id, reading: parsed.data.reading }
}
