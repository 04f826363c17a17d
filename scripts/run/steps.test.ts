import { describe, expect, it } from 'vitest'
import { runSteps, type Step, type StepResult } from './steps.ts'
import { addTallies, FAILED, PASSED, tallyLine } from './tally.ts'

const passing: StepResult = { tally: PASSED, note: '9 files', remarks: [], output: 'said in passing' }

function step(name: string, result: StepResult = passing): Step {
  return { name, run: () => Promise.resolve(result) }
}

async function run(steps: Step[], interrupted = new AbortController().signal) {
  const lines: string[] = []
  const tally = await runSteps(steps, {
    atOnce: 2,
    print: (line) => lines.push(line),
    now: () => 0,
    interrupted,
  })
  return { tally, lines }
}

describe('steps', () => {
  it('print one line when they pass, and their output too when they fail', async () => {
    const failing: StepResult = { ...passing, tally: FAILED, note: '', output: 'a.ts: wrong\nb.ts: wrong\n' }
    const { tally, lines } = await run([step('lint'), step('types', failing)])
    expect(tally).toEqual({ passed: 1, failed: 1, skipped: 0 })
    expect(lines).toEqual([
      'ok   lint                      0.0 s  9 files',
      'FAIL types                     0.0 s',
      '     a.ts: wrong\n     b.ts: wrong',
    ])
  })

  it('count one that throws as failed, and still run the others', async () => {
    const broken: Step = { name: 'broken', run: () => Promise.reject(new Error('no such file')) }
    const { tally, lines } = await run([broken, broken, step('lint')])
    expect(tally).toEqual({ passed: 1, failed: 2, skipped: 0 })
    expect(lines.join('\n')).toContain('no such file')
  })

  it('run so many at once and no more', async () => {
    let running = 0
    let most = 0
    const busy: Step = {
      name: 'busy',
      async run() {
        most = Math.max(most, ++running)
        await Promise.resolve()
        running--
        return passing
      },
    }
    await run([busy, busy, busy, busy, busy])
    expect(most).toBe(2)
  })

  it('always print remarks, and begin nothing once interrupted', async () => {
    expect((await run([step('tests', { ...passing, remarks: ['skipped: x'] })])).lines[1]).toBe(
      '     skipped: x',
    )
    expect((await run([step('lint')], AbortSignal.abort())).tally).toEqual({
      passed: 0,
      failed: 0,
      skipped: 0,
    })
  })
})

describe('the last line', () => {
  it('speaks of skipped tests only when there are any', () => {
    expect(tallyLine(addTallies([PASSED, FAILED, PASSED]))).toBe('2 passed, 1 failed')
    expect(tallyLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped')
  })
})
