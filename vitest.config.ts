import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const FOLDERS = '{client,server,shared,question-bank,e2e,scripts}'
const SPECIAL = ['fuzz', 'pg', 'redis']

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
          exclude: ['**/node_modules/**', '**/dist/**', ...SPECIAL.map((suffix) => `**/*.${suffix}.test.ts`)],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      special('fuzz'),
      special('pg'),
      special('redis'),
    ],
  },
})

function special(suffix: string): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name: suffix,
      include: [`${FOLDERS}/**/*.${suffix}.test.ts`],
      exclude: ['**/node_modules/**', '**/dist/**'],
      testTimeout: 120_000,
      hookTimeout: 60_000,
    },
  }
}
