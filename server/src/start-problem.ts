import type { Config } from './config.ts'
import { StoreDamaged } from './store/store-damaged.ts'
import { StoreInUse } from './store/store-in-use.ts'
import { StoreTooNew } from './store/store-too-new.ts'
import { StoreUnreachable } from './store/store-unreachable.ts'

const STORE_PROBLEMS = [StoreDamaged, StoreInUse, StoreTooNew, StoreUnreachable]

/** Why the server did not start, in one line an operator can act on; undefined where it is a mistake of ours. */
export function startProblem(error: unknown, config: Config): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (STORE_PROBLEMS.some((problem) => error instanceof problem)) return error.message
  const code: unknown = Reflect.get(error, 'code')
  const syscall: unknown = Reflect.get(error, 'syscall')
  if (syscall === 'listen' || syscall === 'getaddrinfo') return listenProblem(code, config)
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `DATA_DIR ${config.dataDir} cannot be written. Give this user the right to, or set DATA_DIR to another folder.`
    case 'ENOTDIR':
    case 'EEXIST':
      return `DATA_DIR ${config.dataDir} is not a folder. Set DATA_DIR to one.`
    case 'ENOSPC':
      return `The disk that holds DATA_DIR ${config.dataDir} is full.`
    default:
      return undefined
  }
}

function listenProblem(code: unknown, { port, host }: Config): string | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return `PORT ${port} is in use by another program. Stop that one, or set PORT to another number.`
    case 'EACCES':
      return `PORT ${port} is reserved for the system administrator. Set PORT to a number above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST ${host} is not an address of this machine. Leave HOST out to listen on all of them.`
    default:
      return undefined
  }
}
