/** The address of a service that tests were given, or undefined after saying why its tests are skipped. */
export function serviceUrl(variable: 'TEST_DATABASE_URL' | 'TEST_REDIS_URL'): string | undefined {
  const url = process.env[variable]
  if (url !== undefined && url !== '') return url
  process.stderr.write(`skipped: ${variable} is not set; scripts/test.ts starts the service and sets it\n`)
  return undefined
}
