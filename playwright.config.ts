import { defineConfig } from '@playwright/test'

/** Each test starts the servers it needs; the client has to be built before. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/browser',
  forbidOnly: true,
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  // A loaded machine may take seconds to open the first canvas; what holds is waited for, never slept for.
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    browserName: 'chromium',
    // Recording every step makes them several times slower; `--trace on` records a run that is looked into.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // No test may depend on another host; one that asks for one fails as well. The one name there is stands for
        // a machine in a LAN, to which browsers give less than to localhost.
        '--host-resolver-rules=MAP drawbar.test 127.0.0.1 , MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
      ],
    },
  },
})
