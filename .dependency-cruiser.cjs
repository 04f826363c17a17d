// Who may import whom: one rule per sentence of docs/architecture.md, section "Direction".
// scripts/direction-rules.test.ts breaks every rule once and expects it to be found.

const src = (pkg, rest = '') => `^${pkg}/src/${rest}`
const npm = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`
const anyOf = (...patterns) => patterns.join('|')

const ours = '^(client|server|shared|question-bank)/'
const tests = '[.](test|contract|e2e)[.]tsx?$|/testing/'
const fromNpm = ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-bundled', 'npm-no-pkg', 'npm-unknown']

// tldraw's packages without a canvas and without a licence condition.
const canvasFree = '@tldraw/(tlschema|store|state|utils|validate)'

// What stands behind a port, and what such a thing is made of.
const adapters = src('server', '(store/(memory|sql|sqlite|postgres)|bus/(local|memory|redis))')
const sqlAdapters = src('server', 'store/(sql|sqlite|postgres)')
const sqlDrivers = anyOf('^(node:)?sqlite$', npm('pg', 'kysely', 'better-sqlite3'))
const redisAdapter = src('server', 'bus/redis')

// Which client feature may stand on which other. `app/` may use all of them; nothing may use `app/`.
const common = ['session', 'ui']
const featureMayUse = {
  session: [],
  board: common,
  question: common,
  page: common,
  panel: [...common, 'question'],
  people: common,
  share: common,
  notes: common,
  clock: common,
  record: [...common, 'board'],
  catalogue: [...common, 'page', 'question'],
  guide: [...common, 'page', 'question'],
  home: [...common, 'page', 'catalogue'],
}
const features = Object.keys(featureMayUse).join('|')

const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'two files that need each other are one file, or three',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'every-import-resolves',
      'an import that leads nowhere would slip past every other rule',
      { path: anyOf(ours, '^e2e/') },
      { couldNotResolve: true, pathNot: '^virtual:' },
    ),

    // Between packages.
    forbid(
      'shared-is-a-leaf',
      'shared is what the others stand on',
      { path: src('shared') },
      { path: '^(client|server|question-bank|e2e)/' },
    ),
    forbid(
      'shared-runs-anywhere',
      'shared runs in a browser too',
      { path: src('shared'), pathNot: tests },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'shared-stays-light',
      'shared stands on zod, lib0, yjs and the MIT packages of tldraw',
      { path: src('shared'), pathNot: tests },
      { dependencyTypes: fromNpm, pathNot: npm('zod', 'lib0', 'yjs', canvasFree) },
    ),
    forbid(
      'bank-knows-no-app',
      'content is loaded by the server and knows nothing of it',
      { path: src('question-bank') },
      { path: '^(client|server|e2e)/' },
    ),
    forbid(
      'client-and-server-never-meet',
      'they meet on the wire; only e2e sees both',
      { path: '^(client|server)/' },
      { path: '^(client|server)/', pathNot: '^$1/' },
    ),
    forbid(
      'client-never-bundles-the-bank',
      'checklists and hints reach a browser only through the server, cut to the role',
      { path: '^client/' },
      { path: '^question-bank/' },
    ),
    forbid('nobody-imports-e2e', 'tests of the whole are not a library', { path: ours }, { path: '^e2e/' }),

    // Inside the server.
    forbid(
      'rooms-know-no-edge',
      'the live round is tested without a socket, a request or a database',
      { path: src('server', 'rooms/'), pathNot: tests },
      {
        path: anyOf(
          npm('ws', 'express', 'helmet', 'ioredis'),
          '^(node:)?(http|https|http2|net|tls)$',
          sqlDrivers,
          adapters,
          src('server', '(http/|ws/|compose[.]|main[.])'),
        ),
      },
    ),
    forbid(
      'only-compose-picks-adapters',
      'everything else is given a port',
      { path: src('server'), pathNot: anyOf(src('server', 'compose[.]ts$'), adapters, tests) },
      { path: adapters },
    ),
    forbid(
      'sql-stays-in-its-adapter',
      'only store/ speaks SQL',
      { path: ours, pathNot: anyOf(sqlAdapters, tests) },
      { path: sqlDrivers },
    ),
    forbid(
      'redis-stays-in-its-adapter',
      'only bus/redis speaks to Redis',
      { path: ours, pathNot: anyOf(redisAdapter, tests) },
      { path: npm('ioredis', 'redis') },
    ),

    // Inside the client.
    ...Object.entries(featureMayUse).map(([feature, may]) =>
      forbid(
        `feature-${feature}`,
        may.length === 0 ? `${feature} stands on nothing` : `${feature} may use ${may.join(', ')}`,
        { path: src('client', `${feature}/`) },
        {
          path: src('client', `(app|ui|${features})/`),
          pathNot: [feature, ...may].map((name) => src('client', `${name}/`)),
        },
      ),
    ),
    forbid(
      'ui-knows-no-feature',
      'a button knows no room',
      { path: src('client', 'ui/') },
      { path: src('client', `(app|${features})/`) },
    ),
    forbid(
      'features-are-named',
      'a new feature is added to featureMayUse in .dependency-cruiser.cjs, with what it may use',
      { path: src('client') },
      { path: src('client', `(?!(app|ui|testing|${features})/)[^/]+/`) },
    ),
    forbid(
      'tldraw-only-in-board',
      'the canvas can be replaced by replacing one folder',
      { path: '^(client|server|question-bank)/', pathNot: src('client', 'board/') },
      { path: npm('tldraw', '@tldraw') },
    ),

    // Tests.
    forbid(
      'testing-code-stays-in-tests',
      'what only tests need is not shipped',
      { path: ours, pathNot: tests },
      { path: '^(client|server|shared|question-bank)/.*(/testing/|[.]contract[.]tsx?$)' },
    ),
    forbid(
      'nobody-imports-a-test',
      'a test is run, not used',
      {},
      { path: '[.](test|e2e)[.]tsx?$', pathNot: 'node_modules' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
}
