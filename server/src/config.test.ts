import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

function refusal(env: Record<string, string>): string {
  const result = readConfig(env, '/home/drawbar')
  return result.ok ? 'accepted' : result.line
}

describe('readConfig', () => {
  test('needs nothing', () => {
    expect(readConfig({}, '/home/drawbar')).toEqual({
      ok: true,
      config: {
        port: 3000,
        host: undefined,
        dataDir: '/home/drawbar/data',
        publicUrl: undefined,
        databaseUrl: undefined,
        redisUrl: undefined,
        logLevel: undefined,
        trustProxy: 0,
        questionPacks: [],
      },
    })
  })

  test('reads every variable', () => {
    const env = {
      PORT: '8080',
      HOST: '127.0.0.1',
      DATA_DIR: '/var/lib/drawbar',
      PUBLIC_URL: 'https://drawbar.example.org/',
      DATABASE_URL: 'postgres://drawbar:secret@db/drawbar',
      REDIS_URL: 'redis://cache:6379',
      LOG_LEVEL: 'warn',
      TRUST_PROXY: '1',
      QUESTION_PACKS: '/srv/acme, packs/other',
    }
    expect(readConfig(env, '/')).toEqual({
      ok: true,
      config: {
        port: 8080,
        host: '127.0.0.1',
        dataDir: '/var/lib/drawbar',
        publicUrl: 'https://drawbar.example.org',
        databaseUrl: 'postgres://drawbar:secret@db/drawbar',
        redisUrl: 'redis://cache:6379',
        logLevel: 'warn',
        trustProxy: 1,
        questionPacks: ['/srv/acme', '/packs/other'],
      },
    })
  })

  test('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: ' ' }, '/')).toMatchObject({
      ok: true,
      config: { port: 3000, publicUrl: undefined },
    })
  })

  test.each([
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'two words'],
    ['PUBLIC_URL', 'drawbar.example.org'],
    ['PUBLIC_URL', 'https://drawbar.example.org/app'],
    ['PUBLIC_URL', 'ftp://drawbar.example.org'],
    ['DATABASE_URL', 'mysql://db/drawbar'],
    ['REDIS_URL', 'http://cache'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'true'],
  ])('refuses %s=%s with one line that names it and what is accepted', (name, value) => {
    const line = refusal({ [name]: value })
    expect(line).toMatch(new RegExp(`^${name} is not usable: expected .+`))
    expect(line).not.toContain('\n')
  })

  test('never repeats a value: it may be a password', () => {
    expect(refusal({ DATABASE_URL: 'mysql://drawbar:hunter2@db/drawbar' })).not.toContain('hunter2')
  })

  test('refuses Redis without PostgreSQL, and says why', () => {
    expect(refusal({ REDIS_URL: 'redis://cache' })).toMatch(/^REDIS_URL is set without DATABASE_URL: .*both/)
  })
})
