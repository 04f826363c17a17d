import { runCommand } from '../run/command.ts'
import { findExecutable } from './find-executable.ts'

export interface AptResult {
  ok: boolean
  output: string
}

/** Whether this is a Debian of which we are root, so that packages can be installed without asking anybody. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && findExecutable(['apt-get']) !== null
}

export async function installPackages(packages: readonly string[]): Promise<AptResult> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await runCommand({ command: 'apt-get', args: ['update', '-qq'], env, timeoutMs: 180_000 })
  const install = await runCommand({
    command: 'apt-get',
    args: ['install', '-y', '-qq', ...packages],
    env,
    timeoutMs: 600_000,
  })
  return { ok: install.ok, output: update.output + install.output }
}
