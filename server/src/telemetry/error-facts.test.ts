import { describe, expect, test } from 'vitest'
import { errorFacts } from './error-facts.ts'

describe('errorFacts', () => {
  test('says what kind of error it was and where, never what it says', () => {
    const facts = errorFacts(new TypeError('canary', { cause: new Error('canary below') }))
    expect(facts.name).toBe('TypeError')
    expect(facts.frames[0]).toContain('error-facts.test.ts')
    expect(facts.cause?.name).toBe('Error')
    expect(JSON.stringify(facts)).not.toContain('canary')
  })

  test('is not fooled by a message that looks like a frame', () => {
    const facts = errorFacts(new Error('x\n    at canary:1:2'))
    expect(facts.frames.length).toBeGreaterThan(0)
    expect(JSON.stringify(facts)).not.toContain('canary')
  })

  test('leaves out what a parser quotes of its input', () => {
    let caught: unknown
    try {
      JSON.parse('canary')
    } catch (error) {
      caught = error
    }
    expect(errorFacts(caught).name).toBe('SyntaxError')
    expect(JSON.stringify(errorFacts(caught))).not.toContain('canary')
  })

  test('keeps the code of a system error', () => {
    const error = Object.assign(new Error('canary'), { code: 'ENOSPC', syscall: 'write', path: '/canary' })
    expect(errorFacts(error)).toMatchObject({ code: 'ENOSPC', reason: 'write' })
    expect(JSON.stringify(errorFacts(error))).not.toContain('canary')
  })

  test('takes what is no error for its type alone', () => {
    expect(errorFacts('canary')).toEqual({ name: 'string', frames: [] })
  })
})
