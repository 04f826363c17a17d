import type { Command } from '@drawbar/shared/interview/command.ts'
import { expect, test } from 'vitest'
import { aborted, offline, type ApiOutcome } from './api-failure.ts'
import { CommandSender } from './command-sender.ts'
import type { PendingCommand } from './session-state.ts'
import { FakeBrowser } from './testing/fake-surroundings.ts'

type Answer = ApiOutcome<{ readonly seq: number }>

function sender(...answers: Answer[]) {
  const browser = new FakeBrowser()
  const posted: Command[] = []
  let pending: readonly PendingCommand[] = []
  const commands = new CommandSender({
    post: (command, signal) => {
      posted.push(command)
      return Promise.resolve(signal.aborted ? { ok: false, failure: aborted() } : (answers.shift() ?? no()))
    },
    surroundings: browser.surroundings,
    onPending: (now) => (pending = now),
  })
  return { browser, commands, posted, pending: () => pending }
}

function no(): Answer {
  return { ok: false, failure: offline() }
}

const yes: Answer = { ok: true, value: { seq: 7 } }

test('a command is pending until it is answered', async () => {
  const { commands, posted, pending } = sender(yes)
  const sent = commands.send({ type: 'pause-clock' })
  expect(pending()).toMatchObject([{ command: { type: 'pause-clock' }, attempts: 1 }])
  expect(await sent).toEqual(yes)
  expect(posted).toEqual([{ type: 'pause-clock', id: 'command-1' }])
  expect(pending()).toEqual([])
})

test('[N7] without an answer it is sent again under the same id', async () => {
  const { browser, commands, posted, pending } = sender(no(), no(), yes)
  const sent = commands.send({ type: 'pause-clock' })
  await turn()
  browser.advance(3_000)
  await turn()
  expect(pending()).toMatchObject([{ attempts: 2 }])
  browser.advance(3_000)
  expect(await sent).toEqual(yes)
  expect(posted.map(({ id }) => id)).toEqual(['command-1', 'command-1', 'command-1'])
})

test('[N7] what the server refuses is not sent again', async () => {
  const refused: Answer = {
    ok: false,
    failure: { code: 'wrong-state', message: 'Not now.', hint: null, status: 409 },
  }
  const { commands, posted, pending } = sender(refused)
  expect(await commands.send({ type: 'start-round' })).toEqual(refused)
  expect(posted).toHaveLength(1)
  expect(pending()).toEqual([])
})

test('[N7] is sent at once when the server is back', async () => {
  const { commands, posted } = sender(no(), yes)
  const sent = commands.send({ type: 'pause-clock' })
  await turn()
  commands.hurry()
  expect(await sent).toEqual(yes)
  expect(posted).toHaveLength(2)
})

test('[N7] leaving ends the waiting', async () => {
  const { commands, pending } = sender()
  const sent = commands.send({ type: 'pause-clock' })
  await turn()
  commands.leave()
  expect(await sent).toMatchObject({ ok: false, failure: { code: 'aborted' } })
  expect(pending()).toEqual([])
})

/** Lets everything that is already answered go on. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
