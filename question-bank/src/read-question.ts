import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { questionSchema, type Question } from '@drawbar/shared/question/question.ts'
import { formatField, type FieldPath, type Finding } from './finding.ts'
import { parseReference } from './parse-reference.ts'
import { parseYaml, type TextRange } from './parse-yaml.ts'
import { schemaReason } from './schema-reason.ts'
import { unknownFields } from './unknown-fields.ts'

type Place = Pick<Finding, 'file' | 'field' | 'line'>

/** A question whose shape is right, with the way back from its fields to its files. */
export type Draft = {
  readonly slug: string
  readonly question: Question
  place(path: FieldPath): Place
  /** Where the value at `path` is written in the file that `place` names. */
  rangeOf(path: FieldPath): TextRange | undefined
}

/** Fields that have a file of their own; what is not listed lies in `question.yaml`. */
const FILE_OF = {
  prompt: 'prompt.md',
  brief: 'brief.yaml',
  framework: 'brief.yaml',
  followUps: 'follow-ups.yaml',
  checklist: 'checklist.yaml',
  constraints: 'constraints.yaml',
} as const

const MAIN_FILE = 'question.yaml'
const REFERENCES = 'references'

/** Part of a question as one file gave it. */
type Part = {
  readonly file: string
  readonly values: Record<string, unknown>
  lineOf(path: FieldPath): number | undefined
  rangeOf(path: FieldPath): TextRange | undefined
}
type Reference = {
  readonly file: string
  readonly value: unknown
  lineOf(key: string): number | undefined
  rangeOf(key: string): TextRange | undefined
}

/** Reads the files of a question and checks their shape. */
export async function readQuestion(
  contentFolder: string,
  slug: string,
): Promise<{ ok: true; draft: Draft } | { ok: false; findings: Finding[] }> {
  const findings: Finding[] = []
  const report = (finding: Finding): void =>
    void findings.push({ ...finding, file: `${slug}/${finding.file}` })
  const files = await listFiles(join(contentFolder, slug), report)
  const read = async (file: string): Promise<string | undefined> => {
    if (!files.top.has(file)) {
      report({ file, field: '', reason: 'the file is missing' })
      return undefined
    }
    return readFile(join(contentFolder, slug, file), 'utf8')
  }

  const [main, prompt, brief, followUps, checklist, constraints] = await Promise.all([
    read(MAIN_FILE),
    read('prompt.md'),
    read('brief.yaml'),
    read('follow-ups.yaml'),
    read('checklist.yaml'),
    read('constraints.yaml'),
  ])
  const parts: Part[] = []
  const add = (part: Part | undefined): void => void (part && parts.push(part))
  add(yamlMapping(MAIN_FILE, main, report))
  add(markdown('prompt.md', 'prompt', prompt))
  add(yamlMapping('brief.yaml', brief, report))
  add(yamlList('follow-ups.yaml', 'followUps', followUps, report))
  add(yamlList('checklist.yaml', 'checklist', checklist, report))
  add(yamlList('constraints.yaml', 'constraints', constraints, report))

  const references: Reference[] = []
  for (const file of files.references) {
    const parsed = parseReference(await readFile(join(contentFolder, slug, file), 'utf8'))
    if (parsed.ok) references.push({ file, ...parsed })
    else for (const problem of parsed.problems) report({ file, field: '', ...problem })
  }
  for (const part of parts) reportMisplaced(part, report)
  // A file that cannot be read would make its every field look missing.
  if (findings.length > 0) return { ok: false, findings }

  const place = placeIn(parts, references)
  const raw = {
    ...Object.assign({}, ...parts.map((part) => part.values)),
    references: references.map((reference) => reference.value),
  }
  for (const path of unknownFields(questionSchema, raw))
    report({ ...place(path), reason: 'is not a known field' })
  const parsed = questionSchema.safeParse(raw, { reportInput: true })
  for (const issue of parsed.error?.issues ?? []) {
    report({ ...place(issue.path.map(asStep)), reason: schemaReason(issue) })
  }
  if (!parsed.success || findings.length > 0) return { ok: false, findings }
  const draft: Draft = {
    slug,
    question: parsed.data,
    place: (path) => {
      const found = place(path)
      return { ...found, file: `${slug}/${found.file}` }
    },
    rangeOf: ([key, ...rest]) => {
      if (key === REFERENCES) return references[Number(rest[0])]?.rangeOf(String(rest[1]))
      const file = homeOf(String(key))
      return parts.find((part) => part.file === file)?.rangeOf([String(key), ...rest])
    },
  }
  return { ok: true, draft }
}

type Report = (finding: Finding) => void

async function listFiles(
  folder: string,
  report: Report,
): Promise<{ top: Set<string>; references: string[] }> {
  const expected = new Set<string>([MAIN_FILE, ...Object.values(FILE_OF)])
  const top = new Set<string>()
  const references: string[] = []
  for (const entry of await visible(folder)) {
    if (entry.isDirectory() && entry.name === REFERENCES) {
      for (const inner of await visible(join(folder, REFERENCES))) {
        const file = `${REFERENCES}/${inner.name}`
        if (inner.isFile() && /^[a-z0-9]+(-[a-z0-9]+)*\.md$/.test(inner.name)) references.push(file)
        else report({ file, field: '', reason: 'only <lower-case-name>.md files belong in references' })
      }
    } else if (entry.isFile() && expected.has(entry.name)) {
      top.add(entry.name)
    } else {
      report({
        file: entry.name,
        field: '',
        reason: `is not a file of a question (${[...expected].join(', ')})`,
      })
    }
  }
  return { top, references: references.toSorted() }
}

// Desktop systems leave dot-files behind; they are nobody's content.
async function visible(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => !entry.name.startsWith('.'))
}

function yamlMapping(file: string, text: string | undefined, report: Report): Part | undefined {
  const parsed = yaml(file, text, report)
  if (!parsed) return undefined
  const values = parsed.value
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    report({ file, field: '', reason: 'holds a mapping of fields' })
    return undefined
  }
  return { file, values: { ...values }, lineOf: parsed.lineOf, rangeOf: parsed.rangeOf }
}

function yamlList(file: string, key: string, text: string | undefined, report: Report): Part | undefined {
  const parsed = yaml(file, text, report)
  if (!parsed) return undefined
  return {
    file,
    values: { [key]: parsed.value ?? [] },
    lineOf: (path) => parsed.lineOf(path.slice(1)),
    rangeOf: (path) => parsed.rangeOf(path.slice(1)),
  }
}

function yaml(file: string, text: string | undefined, report: Report) {
  if (text === undefined) return undefined
  const parsed = parseYaml(text)
  if (parsed.ok) return parsed
  for (const problem of parsed.problems) report({ file, field: '', ...problem })
  return undefined
}

function markdown(file: string, key: string, text: string | undefined): Part | undefined {
  if (text === undefined) return undefined
  return {
    file,
    values: { [key]: text.trim() },
    lineOf: () => 1,
    rangeOf: () => ({ start: 0, end: text.length }),
  }
}

function reportMisplaced(part: Part, report: Report): void {
  for (const key of Object.keys(part.values)) {
    const home = homeOf(key)
    if (home !== part.file && (key in questionSchema.shape || part.file !== MAIN_FILE)) {
      const reason = key in questionSchema.shape ? `belongs in ${home}` : 'is not a known field'
      report({ file: part.file, field: key, reason, ...lineEntry(part.lineOf([key])) })
    }
  }
}

function homeOf(key: string): string {
  if (key === REFERENCES) return `${REFERENCES}/<name>.md`
  return Object.entries(FILE_OF).find(([field]) => field === key)?.[1] ?? MAIN_FILE
}

function placeIn(parts: readonly Part[], references: readonly Reference[]): (path: FieldPath) => Place {
  return (path) => {
    const [key, at, ...rest] = path
    if (key === REFERENCES) {
      const reference = typeof at === 'number' ? references[at] : undefined
      if (!reference) return { file: REFERENCES, field: formatField(path) }
      const line = reference.lineOf(String(rest[0] ?? 'title'))
      return { file: reference.file, field: formatField(rest), ...lineEntry(line) }
    }
    const file = homeOf(String(key))
    const line = parts.find((part) => part.file === file)?.lineOf(path)
    return { file, field: formatField(path), ...lineEntry(line) }
  }
}

function lineEntry(line: number | undefined): { line?: number } {
  return line === undefined ? {} : { line }
}

function asStep(step: PropertyKey): string | number {
  return typeof step === 'symbol' ? String(step) : step
}
