import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { BANK_FOLDER } from '../bank-folder.ts'
import { counted } from '../counted.ts'
import { formatFindings } from '../finding.ts'
import { loadGuide } from '../guide/load-guide.ts'
import type { LintResources } from '../lint/all-lint-checks.ts'
import { mermaidReader } from '../lint/diagrams.ts'
import { fingerprintsOf } from '../lint/fingerprints.ts'
import { lintGuide } from '../guide/lint-guide.ts'
import { lintFolder } from '../lint/lint-folder.ts'
import { mendFiles } from '../lint/mend.ts'
import { loadBank } from '../load-bank.ts'
import { coverage } from '../sources/coverage.ts'
import { sourceDocuments } from '../sources/documents.ts'
import { saveSourceFingerprints, sourceFingerprints } from '../sources/source-fingerprints.ts'
import { textIfThere } from '../text-if-there.ts'
import { newQuestion } from './new-question.ts'
import { stats } from './stats.ts'

const COVERAGE_FILE = fileURLToPath(new URL('../../COVERAGE.md', import.meta.url))

const USAGE = `pnpm bank [--pack <folder>] <command>

  check [<slug> …]        what is wrong, and what to do about it (the default)
  fix [<slug> …]          mends what a machine can mend, then checks
  new <slug>              a folder to fill in
  stats                   what the bank covers
  coverage [--check]      writes question-bank/COVERAGE.md, or tells whether it is up to date
  fingerprints <file> …   remembers these texts, and no others, as those no sentence may be taken from

--pack works on the questions in that folder instead of those that come with Drawbar.`

/** Where a command says things, and how it names a path. */
export interface BankConsole {
  print(text: string): void
  complain(text: string): void
  shown(path: string): string
}

type ExitCode = 0 | 1 | 2

/** One run of `pnpm bank`. Exit code 0: all well; 1: the content is not; 2: the call is not. */
export async function runBankCommand(args: readonly string[], console: BankConsole): Promise<ExitCode> {
  const parsed = parse(args)
  if (typeof parsed === 'string') {
    console.complain(`${parsed}\n\n${USAGE}`)
    return 2
  }
  try {
    return await carryOut(parsed, console)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error))
      throw error
    console.complain(`there is nothing at ${console.shown(String(error.path))}`)
    return 1
  }
}

async function carryOut(
  call: Exclude<ReturnType<typeof parse>, string>,
  console: BankConsole,
): Promise<ExitCode> {
  const { command, rest, folder, onlyCheck } = call
  switch (command) {
    case 'check':
      return check(folder, rest, console)
    case 'fix':
      return fix(folder, rest, console)
    case 'new':
      return create(folder, rest, console)
    case 'stats':
      return printStats(folder, console)
    case 'coverage':
      return cover(onlyCheck, console)
    case 'fingerprints':
      return remember(rest, console)
    default:
      console.complain(`there is no command '${command}'\n\n${USAGE}`)
      return 2
  }
}

function parse(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { pack: { type: 'string' }, check: { type: 'boolean', default: false } },
    })
    const [command = 'check', ...rest] = positionals
    return { command, rest, folder: resolve(values.pack ?? BANK_FOLDER), onlyCheck: values.check }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function resources(folder: string): Promise<LintResources> {
  const [readDiagram, fingerprints] = await Promise.all([mermaidReader(), sourceFingerprints()])
  return { readDiagram, fingerprints, ownTopics: folder !== BANK_FOLDER }
}

async function check(folder: string, slugs: readonly string[], console: BankConsole): Promise<ExitCode> {
  const used = await resources(folder)
  const { findings, questions } = await lintFolder(folder, used, slugs)
  const all = [...findings, ...(folder === BANK_FOLDER && slugs.length === 0 ? await lintGuide(used) : [])]
  console.print(all.length === 0 ? `${counted(questions, 'question')}, no findings` : formatFindings(all))
  return all.length === 0 ? 0 : 1
}

async function fix(folder: string, slugs: readonly string[], console: BankConsole): Promise<ExitCode> {
  const { findings } = await lintFolder(folder, await resources(folder), slugs)
  const mended = await mendFiles(folder, findings)
  console.print(mended.length === 0 ? 'nothing a machine can mend' : `mended:\n${formatFindings(mended)}\n`)
  return check(folder, slugs, console)
}

async function create(folder: string, [slug]: readonly string[], console: BankConsole): Promise<ExitCode> {
  if (slug === undefined) {
    console.complain(`a new question needs a name\n\n${USAGE}`)
    return 2
  }
  const made = await newQuestion(folder, slug)
  if (!made.ok) {
    console.complain(made.reason)
    return 1
  }
  console.print(
    `${console.shown(made.folder)} is there. Replace every <placeholder>, then run: pnpm bank ${folder === BANK_FOLDER ? '' : `--pack ${console.shown(folder)} `}check ${slug}\n` +
      'docs/writing-questions.md tells what belongs where.',
  )
  return 0
}

async function printStats(folder: string, console: BankConsole): Promise<ExitCode> {
  const bank = await loadBank(folder)
  console.print(bank.ok ? stats(bank.questions) : formatFindings(bank.findings))
  return bank.ok ? 0 : 1
}

async function cover(onlyCheck: boolean, console: BankConsole): Promise<ExitCode> {
  const bank = await loadBank(BANK_FOLDER)
  if (!bank.ok) {
    console.print(formatFindings(bank.findings))
    return 1
  }
  const guide = await loadGuide()
  if (!guide.ok) {
    console.print(formatFindings(guide.findings))
    return 1
  }
  const { page, gaps } = coverage({
    documents: await sourceDocuments(),
    questions: bank.questions,
    guideIds: guide.guide.pages.map(({ id }) => id),
  })
  for (const gap of gaps) console.complain(`sources/documents.yaml: ${gap}`)
  if (!onlyCheck) {
    await writeFile(COVERAGE_FILE, page)
  } else if ((await textIfThere(COVERAGE_FILE)) !== page) {
    console.complain(`${console.shown(COVERAGE_FILE)} is not up to date; run: pnpm bank coverage`)
    return 1
  }
  if (gaps.length === 0) console.print('every question of every document has its entry')
  return gaps.length === 0 ? 0 : 1
}

async function remember(files: readonly string[], console: BankConsole): Promise<ExitCode> {
  if (files.length === 0) {
    console.complain(`which texts?\n\n${USAGE}`)
    return 2
  }
  const fingerprints = fingerprintsOf(await Promise.all(files.map((file) => readFile(file, 'utf8'))))
  await saveSourceFingerprints(fingerprints)
  console.print(`${fingerprints.size} runs of words remembered`)
  return 0
}
