/** Variables of an installation: a test must never meet its data, nor behave differently because of it. */
const OPERATORS_OWN = [
  'DATABASE_URL',
  'REDIS_URL',
  'DATA_DIR',
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'TRUST_PROXY',
  'LOG_LEVEL',
  'QUESTION_PACKS',
  'RETENTION_DAYS',
]

export interface TestResources {
  chromiumPath: string | null
  databaseUrl: string | null
  redisUrl: string | null
}

/** The environment that tests run in: ours, without what belongs to an installation, with what was provided. */
export function testEnvironment(
  own: NodeJS.ProcessEnv,
  { chromiumPath, databaseUrl, redisUrl }: TestResources,
): NodeJS.ProcessEnv {
  const kept = Object.entries(own).filter(([name]) => !OPERATORS_OWN.includes(name))
  return {
    ...Object.fromEntries(kept),
    ...(chromiumPath === null ? {} : { CHROMIUM_PATH: chromiumPath }),
    ...(databaseUrl === null ? {} : { TEST_DATABASE_URL: databaseUrl }),
    ...(redisUrl === null ? {} : { TEST_REDIS_URL: redisUrl }),
  }
}
