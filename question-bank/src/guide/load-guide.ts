import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { figureSchema, type Guide, type GuidePage } from '@drawbar/shared/question/guide.ts'
import { z } from 'zod'
import { formatField, type Finding } from '../finding.ts'
import { parseYaml } from '../parse-yaml.ts'
import { schemaReason } from '../schema-reason.ts'

export const GUIDE_FOLDER = fileURLToPath(new URL('../../guide', import.meta.url))

const FIGURES_FILE = 'figures.yaml'

/** In the order they are read; others follow by name. */
const FIRST_PAGES = ['interviewing', 'preparing', 'mistakes', 'frameworks']

type LoadedGuide =
  | { readonly ok: true; readonly guide: Guide }
  | { readonly ok: false; readonly findings: Finding[] }

/** Reads the pages (`<id>.md`, each beginning with its title) and `figures.yaml`. */
export async function loadGuide(folder: string = GUIDE_FOLDER): Promise<LoadedGuide> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).toSorted(byReading)
  const findings: Finding[] = []
  const pages: GuidePage[] = []
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8')
    const title = /^# (.+)\n/.exec(text)
    if (title?.[1] === undefined)
      findings.push({ file, field: '', line: 1, reason: "begins with '# ' and a title" })
    else pages.push({ id: idOf(file), title: title[1].trim(), text: text.slice(title[0].length).trim() })
  }
  const figures = readFigures(await readFile(join(folder, FIGURES_FILE), 'utf8'))
  if (!figures.ok) findings.push(...figures.findings)
  if (!figures.ok || findings.length > 0) return { ok: false, findings }
  return { ok: true, guide: { pages, figures: figures.figures } }
}

function readFigures(text: string) {
  const yaml = parseYaml(text)
  if (!yaml.ok) {
    return {
      ok: false,
      findings: yaml.problems.map((problem) => ({ file: FIGURES_FILE, field: '', ...problem })),
    } as const
  }
  const parsed = z.array(figureSchema).min(1).safeParse(yaml.value, { reportInput: true })
  if (parsed.success) return { ok: true, figures: parsed.data } as const
  const findings = parsed.error.issues.map((issue) => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
    const line = yaml.lineOf(path)
    const place = { file: FIGURES_FILE, field: formatField(path), ...(line === undefined ? {} : { line }) }
    return { ...place, reason: schemaReason(issue) }
  })
  return { ok: false, findings } as const
}

function byReading(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}

function rank(file: string): number {
  const at = FIRST_PAGES.indexOf(idOf(file))
  return at === -1 ? FIRST_PAGES.length : at
}

function idOf(file: string): string {
  return file.replace(/\.md$/, '')
}
