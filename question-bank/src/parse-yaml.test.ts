import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { BANK_FOLDER } from './bank-folder.ts'
import { parseYaml } from './parse-yaml.ts'

test('the fast reader and the exact one agree on every shipped file', async () => {
  let files = 0
  for await (const file of glob('**/*.yaml', { cwd: BANK_FOLDER })) {
    const text = await readFile(join(BANK_FOLDER, file), 'utf8')
    const parsed = parseYaml(text)
    expect({ file, value: parsed.ok && parsed.value }).toEqual({ file, value: parse(text) })
    files += 1
  }
  expect(files).toBeGreaterThanOrEqual(5 * 60)
})

test('a value knows its line and its place in the text', () => {
  const text = 'a:\n  - name: one\n  - name: >-\n      two\n      lines\n'
  const parsed = parseYaml(text, 11)
  if (!parsed.ok) throw new Error('expected YAML')
  expect(parsed.value).toEqual({ a: [{ name: 'one' }, { name: 'two lines' }] })
  expect(parsed.lineOf(['a', 1, 'name'])).toBe(13)
  const range = parsed.rangeOf(['a', 1, 'name'])
  expect(text.slice(range?.start, range?.end)).toBe('>-\n      two\n      lines\n')
  expect(parsed.rangeOf(['b'])).toBeUndefined()
})

test('what is not YAML says where', () => {
  expect(parseYaml('a: 1\nb: "open\n', 5)).toEqual({
    ok: false,
    problems: [{ line: expect.any(Number), reason: expect.stringMatching(/^not valid YAML: /) }],
  })
  expect(parseYaml('a: !wrong 1\n')).toMatchObject({ ok: false })
  expect(parseYaml('')).toMatchObject({ ok: true, value: null })
})
