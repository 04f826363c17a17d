import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Path to content; packages of npm that the files may name are put in place as well. */
export type Files = Readonly<Record<string, string>>

const PACKAGES = ['client', 'server', 'shared', 'question-bank', 'e2e']
const FROM_NPM = ['zod', 'lib0', 'yjs', 'ws', 'express', 'pg', 'kysely', 'ioredis', 'react', 'tldraw']
const FROM_TLDRAW = ['tlschema', 'store', 'editor'].map((name) => `@tldraw/${name}`)

/** A throw-away workspace with the given files, laid out like this one. */
export async function fixtureTree(files: Files): Promise<AsyncDisposable & { path: string }> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'drawbar-direction-')))
  const everything: Record<string, string> = { ...files }
  const dependencies = Object.fromEntries([...FROM_NPM, ...FROM_TLDRAW].map((name) => [name, '1.0.0']))
  for (const name of PACKAGES) {
    everything[`${name}/package.json`] = JSON.stringify({
      name: `@drawbar/${name}`,
      type: 'module',
      exports: { './*': './src/*' },
      dependencies,
    })
  }
  for (const name of Object.keys(dependencies)) {
    everything[`node_modules/${name}/package.json`] = JSON.stringify({
      name,
      version: '1.0.0',
      main: 'index.js',
    })
    everything[`node_modules/${name}/index.js`] = 'module.exports = {}\n'
  }
  for (const [file, content] of Object.entries(everything)) {
    await mkdir(dirname(join(path, file)), { recursive: true })
    await writeFile(join(path, file), content)
  }
  await mkdir(join(path, 'node_modules/@drawbar'))
  for (const name of PACKAGES) await symlink(join(path, name), join(path, 'node_modules/@drawbar', name))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}
