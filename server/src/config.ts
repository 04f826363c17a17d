import { resolve } from 'node:path'
import { z } from 'zod'

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Everything an operator can set, checked. {@link VARIABLES} says how. */
export interface Config {
  readonly port: number
  /** Undefined listens on every interface, IPv4 and IPv6. */
  readonly host: string | undefined
  /** Absolute. */
  readonly dataDir: string
  /** Origin of the links handed out, without a trailing slash; undefined takes it from each request. */
  readonly publicUrl: string | undefined
  readonly databaseUrl: string | undefined
  readonly redisUrl: string | undefined
  /** Undefined: `info`, and `warn` where the log goes to a terminal. */
  readonly logLevel: LogLevel | undefined
  /** How many reverse proxies stand before this server and append to `X-Forwarded-For`. */
  readonly trustProxy: number
  /** Absolute paths of folders with further questions. */
  readonly questionPacks: readonly string[]
}

/** Each variable: what is accepted, in the words of the line that refuses anything else. */
const VARIABLES = {
  PORT: variable('a whole number from 0 to 65535 (0 takes any free port)', (text) =>
    wholeNumber(text, 65_535),
  ),
  HOST: variable('an IP address or host name of this machine, like 127.0.0.1', (text) =>
    /^[\w.:-]+$/.test(text) ? text : undefined,
  ),
  DATA_DIR: variable('the path of a folder', (text) => text),
  PUBLIC_URL: variable('an address like https://drawbar.example.org, without a path', publicOrigin),
  DATABASE_URL: variable('an address like postgres://user:password@host:5432/drawbar', (text) =>
    hasScheme(text, ['postgres:', 'postgresql:']),
  ),
  REDIS_URL: variable('an address like redis://host:6379', (text) => hasScheme(text, ['redis:', 'rediss:'])),
  LOG_LEVEL: variable(`one of ${LOG_LEVELS.join(', ')}`, (text) =>
    LOG_LEVELS.find((level) => level === text),
  ),
  TRUST_PROXY: variable('the number of reverse proxies before this server, 0 to 10', (text) =>
    wholeNumber(text, 10),
  ),
  QUESTION_PACKS: variable('paths of folders, separated by commas', (text) => {
    const paths = text.split(',').map((path) => path.trim())
    return paths.every((path) => path !== '') ? paths : undefined
  }),
}

const schema = z.object(VARIABLES)

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  /** One line for the operator: the variable, what is wrong, what is accepted. */
  | { readonly ok: false; readonly line: string }

/** Reads the environment. A variable that is empty counts as not set; `from` is what relative paths start at. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, from: string): ConfigResult {
  const parsed = schema.safeParse(env)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { ok: false, line: `${String(issue?.path[0])} ${issue?.message}` }
  }
  const values = parsed.data
  if (values.REDIS_URL !== undefined && values.DATABASE_URL === undefined) {
    return {
      ok: false,
      line: 'REDIS_URL is set without DATABASE_URL: Redis only connects servers that share one PostgreSQL; set both or neither',
    }
  }
  const dataDir = values.DATA_DIR ?? 'data'
  return {
    ok: true,
    config: {
      port: values.PORT ?? 3000,
      host: values.HOST,
      dataDir: resolve(from, dataDir),
      publicUrl: values.PUBLIC_URL,
      databaseUrl: values.DATABASE_URL,
      redisUrl: values.REDIS_URL,
      logLevel: values.LOG_LEVEL,
      trustProxy: values.TRUST_PROXY ?? 0,
      questionPacks: (values.QUESTION_PACKS ?? []).map((path) => resolve(from, path)),
    },
  }
}

function variable<T>(accepted: string, read: (text: string) => T | undefined) {
  return z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined || text.trim() === '') return undefined
      const value = read(text.trim())
      if (value === undefined) {
        context.addIssue({ code: 'custom', message: `is not usable: expected ${accepted}` })
        return z.NEVER
      }
      return value
    })
}

function wholeNumber(text: string, most: number): number | undefined {
  if (!/^\d{1,6}$/.test(text)) return undefined
  const value = Number(text)
  return value <= most ? value : undefined
}

function hasScheme(text: string, schemes: readonly string[]): string | undefined {
  const url = URL.parse(text)
  return url && schemes.includes(url.protocol) && url.hostname !== '' ? text : undefined
}

function publicOrigin(text: string): string | undefined {
  const url = URL.parse(text)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  return bare && url.password === '' ? url.origin : undefined
}
