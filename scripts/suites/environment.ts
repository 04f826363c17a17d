/** Variables that point the program at real data; a test must never meet them. */
const OPERATORS_OWN = [
  'DATABASE_URL',
  'REDIS_URL',
  'DATA_DIR',
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'QUESTION_PACKS',
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
