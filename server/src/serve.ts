import { formatFindings } from '@drawbar/question-bank/finding.ts'
import { loadGuide } from '@drawbar/question-bank/guide/load-guide.ts'
import { loadBank } from '@drawbar/question-bank/load-bank.ts'
import { loadPacks } from '@drawbar/question-bank/load-pack.ts'
import type { Guide } from '@drawbar/shared/question/guide.ts'
import type { RandomBytes } from './auth/secret.ts'
import { banner } from './banner.ts'
import { compose } from './compose.ts'
import type { Config } from './config.ts'
import { clientFiles } from './http/client-files.ts'
import type { OfferedQuestion } from './questions/shelf.ts'
import { startProblem } from './start-problem.ts'
import type { Events } from './telemetry/events.ts'

/** What a run of the server takes from its machine. */
export interface Serving {
  readonly config: Config
  readonly events: Events
  readonly bankFolder: string
  readonly clientFolder: string
  readonly random: RandomBytes
  /** Epoch milliseconds. */
  readonly now: () => number
  /** IPv4 addresses under which others may reach this machine. */
  readonly addresses: readonly string[]
  /** Tells the operator something. */
  print(text: string): void
  /** Tells the operator in one line why there is no server. */
  complain(line: string): void
  /** Tells the operator what is left out of a server that starts all the same. */
  warn(line: string): void
  /** Resolves with the name of the signal that asks for the end. */
  readonly stopped: Promise<string>
}

/** One life of the server, from reading its questions to the last byte written. Answers the process's exit code. */
export async function serve(serving: Serving): Promise<0 | 1> {
  const { config, events, bankFolder, complain } = serving
  const bank = await loadBank(bankFolder)
  if (!bank.ok) {
    complain(`the questions in ${bankFolder} have mistakes\n${formatFindings(bank.findings)}`)
    return 1
  }
  const guide = await loadGuide()
  if (!guide.ok) {
    complain(`the guide has mistakes\n${formatFindings(guide.findings)}`)
    return 1
  }
  const questions = [
    ...bank.questions.map((question) => ({ question, pack: null, readable: true })),
    ...(await packQuestions(serving)),
  ]
  try {
    await live(serving, { questions, guide: guide.guide })
    return 0
  } catch (error) {
    const problem = startProblem(error, config)
    if (problem === undefined) events.crashed({ error })
    complain(problem ?? 'something unforeseen happened; the log line above says where')
    return 1
  }
}

/** The questions of all packs that are good; the others are told and left out. */
async function packQuestions({ config, warn }: Serving): Promise<OfferedQuestion[]> {
  const packs = await loadPacks(config.questionPacks)
  return packs.flatMap((loaded) => {
    if (!loaded.ok) {
      warn(
        `the pack '${loaded.name}' has mistakes, and none of its questions is offered\n${formatFindings(loaded.findings)}`,
      )
      return []
    }
    const { name, reading, questions } = loaded.pack
    return questions.map((question) => ({ question, pack: name, readable: reading === 'open' }))
  })
}

async function live(
  serving: Serving,
  content: { readonly questions: readonly OfferedQuestion[]; readonly guide: Guide },
): Promise<void> {
  const { config, events, now, print } = serving
  let stopping: number
  {
    const client = await clientFiles(serving.clientFolder)
    await using application = await compose({ ...serving, ...content, client })
    const { port } = await application.listen()
    print(
      banner({ ...serving, ...config, port, questions: content.questions.length, place: placeOf(config) }),
    )
    const signal = await serving.stopped
    stopping = now()
    print('  Stopping: telling everyone, saving what is left.\n')
    await application.drain(signal)
  }
  events.stopped({ ms: now() - stopping })
  print('  Stopped.\n')
}

function placeOf({ databaseUrl, dataDir }: Config): string {
  return databaseUrl === undefined ? dataDir : 'PostgreSQL, as DATABASE_URL says'
}
