import { describe, expect, it } from 'vitest'
import { checkBudget } from './budget.ts'
import type { Manifest } from './manifest.ts'

const manifest: Manifest = {
  'index.html': { file: 'assets/index.js', isEntry: true, imports: ['_react.js'] },
  '_react.js': { file: 'assets/react.js', imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js', imports: ['_react.js'] },
  'src/home/home-page.tsx': { file: 'assets/home.js', imports: ['_shared.js'] },
  'src/board/board.tsx': { file: 'assets/board.js', imports: ['_react.js'] },
}
const sizes: Record<string, number> = {
  index: 10_000,
  react: 60_000,
  shared: 20_000,
  home: 9_500,
  board: 500_000,
}
const TLDRAW_CODE = 'x("@tldraw/editor","3.15.6","esm")'

function check({ budget = 140_000, codeOf = {}, of = manifest }: CheckOptions = {}) {
  const read = (file: string): string => {
    const name = file.replace('assets/', '').replace('.js', '')
    return (codeOf[name] ?? '').padEnd(sizes[name] ?? 0)
  }
  return checkBudget({ manifest: of, read, sizeOf: (code) => code.length, budget })
}

interface CheckOptions {
  budget?: number
  codeOf?: Record<string, string>
  of?: Manifest
}

describe('bundle budget', () => {
  it('counts what the entry and the home page load, each chunk once, and nothing loaded later', () => {
    const { ok, lines } = check()
    expect(ok).toBe(true)
    expect(lines.at(-1)).toBe('home page 99.5 kB of 140.0 kB gzip, 4 chunks')
  })

  it('passes at the budget and fails one byte above it', () => {
    expect(check({ budget: 99_500 }).ok).toBe(true)
    expect(check({ budget: 99_499 })).toMatchObject({ ok: false })
  })

  it.each(['index', 'shared', 'home'])('fails when tldraw is in the chunk %s', (name) => {
    const { ok, lines } = check({ codeOf: { [name]: TLDRAW_CODE } })
    expect(ok).toBe(false)
    expect(lines[0]).toBe(`assets/${name}.js holds tldraw, and the home page loads it`)
  })

  it('lets tldraw be where it is loaded later, and be spoken of', () => {
    expect(check({ codeOf: { board: TLDRAW_CODE, home: 'p("made with tldraw")' } }).ok).toBe(true)
  })

  it('fails without an entry, and says which chunk is missing', () => {
    expect(check({ of: {} })).toEqual({ ok: false, lines: ['the manifest has no entry'] })
    const broken: Manifest = {
      'index.html': { file: 'assets/index.js', isEntry: true, imports: ['_gone.js'] },
    }
    expect(() => check({ of: broken })).toThrow('_gone.js')
  })
})
