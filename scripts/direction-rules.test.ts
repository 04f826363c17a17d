import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { cruiseTree } from './direction/cruise-tree.ts'
import { fixtureTree, type Files } from './direction/fixture-tree.ts'
import { judgeCruise } from './direction/judge-cruise.ts'

const ANY = 'export const any = 1\n'

/** A file that imports one thing. */
function importing(what: string): string {
  return `import * as it from '${what}'\nexport const used = it\n`
}

/** For every rule, one tree or more that breaks it. */
const breaking: Record<string, Files[]> = {
  'no-cycles': [
    {
      'shared/src/log/a.ts': importing('./b.ts'),
      'shared/src/log/b.ts': importing('./a.ts'),
    },
  ],
  'every-import-resolves': [
    { 'server/src/http/app.ts': importing('./gone.ts') },
    { 'client/src/home/home-page.tsx': importing('not-installed') },
  ],
  'shared-is-a-leaf': [
    { 'shared/src/log/a.ts': importing('@drawbar/server/config.ts'), 'server/src/config.ts': ANY },
    {
      'shared/src/log/a.ts': importing('../../../client/src/ui/button.tsx'),
      'client/src/ui/button.tsx': ANY,
    },
  ],
  'shared-runs-anywhere': [
    { 'shared/src/log/a.ts': importing('node:fs') },
    { 'shared/src/log/a.ts': importing('crypto') },
  ],
  'shared-stays-light': [
    { 'shared/src/board/a.ts': importing('react') },
    { 'shared/src/board/a.ts': importing('tldraw') },
    { 'shared/src/board/a.ts': importing('@tldraw/editor') },
    { 'shared/src/board/a.ts': `import type { Editor } from 'tldraw'\nexport type It = Editor\n` },
  ],
  'bank-knows-no-app': [
    { 'question-bank/src/load.ts': importing('@drawbar/server/config.ts'), 'server/src/config.ts': ANY },
  ],
  'client-and-server-never-meet': [
    { 'client/src/app/a.tsx': importing('@drawbar/server/config.ts'), 'server/src/config.ts': ANY },
    { 'server/src/config.ts': importing('@drawbar/client/ui/button.tsx'), 'client/src/ui/button.tsx': ANY },
  ],
  'client-never-bundles-the-bank': [
    { 'client/src/app/a.tsx': importing('@drawbar/question-bank/load.ts'), 'question-bank/src/load.ts': ANY },
  ],
  'nobody-imports-e2e': [
    { 'server/src/config.ts': importing('../../e2e/two-people.ts'), 'e2e/two-people.ts': ANY },
  ],
  'rooms-know-no-edge': [
    { 'server/src/rooms/room.ts': importing('ws') },
    { 'server/src/rooms/room.ts': importing('express') },
    { 'server/src/rooms/room.ts': importing('node:http') },
    { 'server/src/rooms/room.ts': importing('../ws/gateway.ts'), 'server/src/ws/gateway.ts': ANY },
    { 'server/src/rooms/room.ts': importing('../http/app.ts'), 'server/src/http/app.ts': ANY },
    {
      'server/src/rooms/room.ts': importing('../store/sqlite/sqlite-store.ts'),
      'server/src/store/sqlite/sqlite-store.ts': ANY,
    },
    { 'server/src/rooms/room.ts': importing('../compose.ts'), 'server/src/compose.ts': ANY },
  ],
  'only-compose-picks-adapters': [
    {
      'server/src/main.ts': importing('./store/postgres/postgres-store.ts'),
      'server/src/store/postgres/postgres-store.ts': ANY,
    },
    {
      'server/src/ws/gateway.ts': importing('../bus/redis/redis-bus.ts'),
      'server/src/bus/redis/redis-bus.ts': ANY,
    },
  ],
  'sql-stays-in-its-adapter': [
    { 'server/src/compose.ts': importing('pg') },
    { 'server/src/http/app.ts': importing('node:sqlite') },
    { 'server/src/http/app.ts': importing('kysely') },
  ],
  'redis-stays-in-its-adapter': [{ 'server/src/compose.ts': importing('ioredis') }],
  'feature-session': [
    { 'client/src/session/a.ts': importing('../ui/button.tsx'), 'client/src/ui/button.tsx': ANY },
    { 'client/src/session/a.ts': importing('../app/routes.tsx'), 'client/src/app/routes.tsx': ANY },
  ],
  'feature-board': [
    { 'client/src/board/a.tsx': importing('../panel/panel.tsx'), 'client/src/panel/panel.tsx': ANY },
  ],
  'feature-panel': [
    { 'client/src/panel/a.tsx': importing('../board/board.tsx'), 'client/src/board/board.tsx': ANY },
    { 'client/src/panel/a.tsx': importing('@drawbar/client/clock/c.tsx'), 'client/src/clock/c.tsx': ANY },
  ],
  'feature-people': [
    { 'client/src/people/a.tsx': importing('../share/share.tsx'), 'client/src/share/share.tsx': ANY },
  ],
  'feature-share': [{ 'client/src/share/a.tsx': importing('../app/path.ts'), 'client/src/app/path.ts': ANY }],
  'feature-notes': [
    { 'client/src/notes/a.tsx': importing('../record/report.ts'), 'client/src/record/report.ts': ANY },
  ],
  'feature-clock': [
    { 'client/src/clock/a.tsx': importing('../notes/notes.tsx'), 'client/src/notes/notes.tsx': ANY },
  ],
  'feature-record': [
    { 'client/src/record/a.tsx': importing('../panel/panel.tsx'), 'client/src/panel/panel.tsx': ANY },
  ],
  'feature-home': [
    { 'client/src/home/a.tsx': importing('../board/board.tsx'), 'client/src/board/board.tsx': ANY },
  ],
  'feature-question': [
    { 'client/src/question/a.tsx': importing('../panel/panel.tsx'), 'client/src/panel/panel.tsx': ANY },
  ],
  'feature-page': [
    { 'client/src/page/a.tsx': importing('../home/home-page.tsx'), 'client/src/home/home-page.tsx': ANY },
  ],
  'feature-catalogue': [
    {
      'client/src/catalogue/a.tsx': importing('../home/home-page.tsx'),
      'client/src/home/home-page.tsx': ANY,
    },
  ],
  'feature-guide': [
    { 'client/src/guide/a.tsx': importing('../catalogue/b.tsx'), 'client/src/catalogue/b.tsx': ANY },
  ],
  'ui-knows-no-feature': [
    {
      'client/src/ui/a.tsx': importing('../session/session-store.ts'),
      'client/src/session/session-store.ts': ANY,
    },
  ],
  'features-are-named': [
    { 'client/src/app/a.tsx': importing('../chat/chat.tsx'), 'client/src/chat/chat.tsx': ANY },
  ],
  'tldraw-only-in-board': [
    { 'client/src/record/a.tsx': importing('tldraw') },
    { 'client/src/main.tsx': importing('@tldraw/store') },
    { 'server/src/rooms/a.ts': importing('@tldraw/tlschema') },
  ],
  'testing-code-stays-in-tests': [
    { 'server/src/compose.ts': importing('./testing/test-room.ts'), 'server/src/testing/test-room.ts': ANY },
    {
      'server/src/compose.ts': importing('./store/store.contract.ts'),
      'server/src/store/store.contract.ts': ANY,
    },
  ],
  'nobody-imports-a-test': [
    { 'shared/src/log/a.test.ts': importing('./b.fuzz.test.ts'), 'shared/src/log/b.fuzz.test.ts': ANY },
    { 'e2e/a.ts': importing('./b.e2e.ts'), 'e2e/b.e2e.ts': ANY },
  ],
}

/** One edge of every kind that is allowed. */
const clean: Files = {
  'shared/src/log/entry.ts': importing('zod') + `export { audience } from './audience.ts'\n`,
  'shared/src/log/audience.ts': `import type { used } from './entry.ts'\nexport const audience: typeof used | null = null\n`,
  'shared/src/board/codec.ts': importing('@tldraw/tlschema'),
  'shared/src/board/codec.test.ts': importing('node:fs'),
  'question-bank/src/load.ts': importing('@drawbar/shared/log/entry.ts'),
  'server/src/main.ts': importing('./compose.ts'),
  'server/src/compose.ts': importing('./store/sqlite/sqlite-store.ts'),
  'server/src/store/store.ts': importing('@drawbar/shared/log/entry.ts'),
  'server/src/store/store.contract.ts': importing('./store.ts'),
  'server/src/store/sqlite/sqlite-store.ts': importing('node:sqlite'),
  'server/src/store/sqlite/sqlite-store.test.ts': importing('../store.contract.ts'),
  'server/src/rooms/room.ts': importing('yjs'),
  'server/src/rooms/room.test.ts': importing('../testing/test-room.ts'),
  'server/src/testing/test-room.ts': importing('../rooms/room.ts'),
  'server/src/ws/gateway.ts': importing('ws'),
  'client/src/main.tsx': importing('./app/routes.tsx'),
  'client/src/app/routes.tsx': importing('../record/record-page.tsx'),
  'client/src/record/record-page.tsx': importing('../board/board.tsx'),
  'client/src/board/board.tsx': importing('tldraw'),
  'client/src/panel/panel.tsx': importing('../session/session-store.ts'),
  'client/src/home/home-page.tsx': importing('../ui/button.tsx'),
  'client/src/ui/button.tsx': importing('react'),
  'client/src/session/session-store.ts': importing('@drawbar/shared/log/entry.ts'),
  'e2e/two-people.ts': importing('@drawbar/server/compose.ts'),
  'e2e/convergence.fuzz.test.ts': importing('@drawbar/client/board/board.tsx'),
}

async function rulesBrokenBy(files: Files): Promise<string[]> {
  await using tree = await fixtureTree(files)
  const { violations } = await cruiseTree(tree.path)
  return violations.map(({ rule }) => rule)
}

describe('direction rules', () => {
  it('have a breaking tree each', () => {
    const config: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
      '../.dependency-cruiser.cjs',
    )
    expect(Object.keys(breaking).toSorted()).toEqual(config.forbidden.map(({ name }) => name).toSorted())
  })

  const cases = Object.entries(breaking).flatMap(([rule, trees]) =>
    trees.map((files) => ({ rule, files, file: Object.values(files)[0]?.split('\n')[0] ?? '' })),
  )
  it.each(cases)('$rule finds: $file', async ({ rule, files }) => {
    expect(await rulesBrokenBy(files)).toContain(rule)
  })

  it('let a tree pass that has one allowed edge of every kind', async () => {
    await using tree = await fixtureTree(clean)
    expect(await cruiseTree(tree.path)).toEqual({ modules: Object.keys(clean).length, violations: [] })
  })

  it('fail when nothing was read', async () => {
    await using tree = await fixtureTree({})
    expect(judgeCruise(await cruiseTree(tree.path), 1)).toMatchObject({ ok: false })
  })

  it('fail when fewer modules were read than there must be', () => {
    expect(judgeCruise({ modules: 19, violations: [] }, 20).ok).toBe(false)
    expect(judgeCruise({ modules: 20, violations: [] }, 20).ok).toBe(true)
  })

  it('say where, which and why', () => {
    const found = { rule: 'no-cycles', comment: 'why', from: 'a.ts', to: 'b.ts' }
    expect(judgeCruise({ modules: 20, violations: [found] }, 20)).toEqual({
      ok: false,
      lines: ['a.ts → b.ts\n  no-cycles: why', '20 modules, 1 violations'],
    })
  })
})
