import { expect, test as base } from '@playwright/test'
import { startApp, type App } from './app.ts'
import { requireBuiltClient } from './built-client.ts'
import { gatherPeople, type People } from './people.ts'

interface Fixtures {
  readonly people: People
}

interface WorkerFixtures {
  /** The real server in a process of its own, one for all tests of a worker: they share nothing but its process. */
  readonly app: App
}

/** A test with a server and people. It fails when anything went wrong unseen in anyone's browser. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  app: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern.
    async ({}, provide) => {
      requireBuiltClient()
      await using app = await startApp()
      await provide(app)
    },
    { scope: 'worker' },
  ],
  people: async ({ browser, app }, provide) => {
    await using people = gatherPeople(browser, [app.url])
    await provide(people)
    expect(people.trouble).toEqual([])
  },
})

export { expect }
