import { expect, it } from 'vitest'
import { testEnvironment } from './environment.ts'

it('keeps an installation out of the tests and hands over what was provided', () => {
  const own = { HOME: '/home/alice', DATABASE_URL: 'postgres://real', DATA_DIR: '/var/lib/drawbar' }
  const provided = { chromiumPath: '/usr/bin/chromium', databaseUrl: 'postgres://test', redisUrl: null }
  expect(testEnvironment(own, provided)).toEqual({
    HOME: '/home/alice',
    CHROMIUM_PATH: '/usr/bin/chromium',
    TEST_DATABASE_URL: 'postgres://test',
  })
})
