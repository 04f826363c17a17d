import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A process of its own that runs a script of this folder. */
export interface RunningScript {
  /** What it has printed so far. */
  readonly lines: readonly string[]
  /** Ends it with SIGKILL, and resolves with all whole lines it had printed by then. */
  kill(): Promise<readonly string[]>
}

/** Resolves when the script has printed `lines` lines; rejects when it ends before. */
export async function startScript(options: {
  readonly script: 'append-until-killed.ts' | 'hold-store.ts'
  readonly args: readonly string[]
  readonly lines: number
}): Promise<RunningScript> {
  const path = fileURLToPath(new URL(options.script, import.meta.url))
  const child = spawn(process.execPath, [path, ...options.args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const gone = once(child, 'close')
  const lines: string[] = []
  let complaints = ''
  child.stderr.on('data', (chunk) => (complaints += String(chunk)))

  await new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line)
      if (lines.length >= options.lines) resolve()
    })
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`${options.script} ended with ${code}:\n${complaints}`)))
  })
  return {
    lines,
    async kill() {
      child.kill('SIGKILL')
      await gone
      return lines
    },
  }
}
