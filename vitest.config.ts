import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const FOLDERS = '{client,server,shared,question-bank,e2e,scripts}'
const NEVER = ['**/node_modules/**', '**/dist/**']

/** Tests lie beside their source; the suffix names what they need: nothing, time, PostgreSQL or Redis. */
export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${FOLDERS}/**/*.test.{ts,tsx}`],
          exclude: [...NEVER, '**/*.{fuzz,pg,redis}.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      special('fuzz'),
      special('pg', './scripts/services/require-postgres.ts'),
      special('redis', './scripts/services/require-redis.ts'),
    ],
  },
})

/** `server` is a file that sees to the server these tests talk to. */
function special(suffix: string, server?: string): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name: suffix,
      include: [`${FOLDERS}/**/*.${suffix}.test.ts`],
      exclude: NEVER,
      globalSetup: server === undefined ? [] : [server],
      testTimeout: 120_000,
      hookTimeout: 60_000,
    },
  }
}
