import { expect, it } from 'vitest'
import { endRunningCommands, runCommand } from './command.ts'

it('gives both streams of a command and whether it went well', async () => {
  const said = 'process.stdout.write("out"); process.stderr.write("err")'
  const result = await runCommand({ command: 'node', args: ['-e', said] })
  expect(result.ok).toBe(true)
  expect(['outerr', 'errout']).toContain(result.output)
})

it('reports an exit code, and a command that does not exist, as a result', async () => {
  expect(await runCommand({ command: 'node', args: ['-e', 'process.exit(3)'] })).toEqual({
    ok: false,
    output: '',
  })
  const missing = await runCommand({ command: 'no-such-command', args: [] })
  expect(missing).toMatchObject({ ok: false, output: expect.stringContaining('could not be started') })
})

it('ends a command that takes too long, and every running one when told to', async () => {
  const forever = ['-e', 'setInterval(() => {}, 1000)']
  const late = await runCommand({ command: 'node', args: forever, timeoutMs: 50 })
  expect(late).toEqual({ ok: false, output: 'node was ended by SIGTERM\n' })
  const running = runCommand({ command: 'node', args: forever })
  endRunningCommands()
  expect(await running).toMatchObject({ ok: false })
})
