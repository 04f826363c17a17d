import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { checkBudget } from './bundle/budget.ts'
import type { Manifest } from './bundle/manifest.ts'
import { ROOT } from './run/root.ts'
import { announce } from './run/verdict.ts'

const DIST = join(ROOT, 'client/dist')
const BUDGET_BYTES = 150_000

const manifest: Manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'))
announce(
  checkBudget({
    manifest,
    read: (file) => readFileSync(join(DIST, file), 'utf8'),
    sizeOf: (code) => gzipSync(code).byteLength,
    budget: BUDGET_BYTES,
  }),
)
