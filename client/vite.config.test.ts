import { join } from 'node:path'
import { resolveConfig } from 'vite'
import { expect, it } from 'vitest'

it('leaves the canvas’s files alone in development, where bundling them ahead stops the page', async () => {
  const config = await resolveConfig({ configFile: join(import.meta.dirname, 'vite.config.ts') }, 'serve')
  expect(config.optimizeDeps.exclude).toContain('@tldraw/assets')
})
