import { formatFindings } from '@drawbar/question-bank/finding.ts'
import { loadBank } from '@drawbar/question-bank/load-bank.ts'
import type { Question } from '@drawbar/shared/question/question.ts'
import type { RandomBytes } from './auth/secret.ts'
import { banner } from './banner.ts'
import { compose } from './compose.ts'
import type { Config } from './config.ts'
import { clientFiles } from './http/client-files.ts'
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
  try {
    await live(serving, bank.questions)
    return 0
  } catch (error) {
    const problem = startProblem(error, config)
    if (problem === undefined) events.crashed({ error })
    complain(problem ?? 'something unforeseen happened; the log line above says where')
    return 1
  }
}

async function live(serving: Serving, questions: readonly Question[]): Promise<void> {
  const { config, events, now, print } = serving
  let stopping: number
  {
    const client = await clientFiles(serving.clientFolder)
    await using application = await compose({ ...serving, questions, client })
    const { port } = await application.listen()
    print(banner({ ...serving, ...config, port, questions: questions.length, place: placeOf(config) }))
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
