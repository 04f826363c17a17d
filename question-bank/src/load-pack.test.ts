import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { loadPack, loadPacks } from './load-pack.ts'
import { contentCopy } from './testing/fixture-question.ts'

test('a pack puts its id before the ids of its questions', async () => {
  await using copy = await contentCopy()
  await writeFile(copy.pathOf('pack.yaml'), 'id: acme\nname: Acme hiring\nreading: open\n')
  const loaded = await loadPack(copy.folder)
  expect(loaded).toMatchObject({
    ok: true,
    pack: { id: 'acme', name: 'Acme hiring', reading: 'open', questions: [{ id: 'acme:lost-parcels' }] },
  })
})

test('without a manifest a pack is called by its folder, and nobody reads it outside a room', async () => {
  await using copy = await contentCopy()
  const id = basename(copy.folder).toLowerCase()
  expect(await loadPack(copy.folder)).toMatchObject({ ok: true, pack: { id, name: id, reading: 'closed' } })
})

test('a bad pack is refused by name, and the others are there', async () => {
  await using acme = await contentCopy()
  await writeFile(acme.pathOf('pack.yaml'), 'id: acme\n')
  await using broken = await contentCopy()
  await writeFile(broken.pathOf('pack.yaml'), 'id: broken\nname: Broken\n')
  await rm(broken.pathOf('lost-parcels/prompt.md'))
  await using again = await contentCopy()
  await writeFile(again.pathOf('pack.yaml'), 'id: acme\nname: Acme again\n')
  await using other = await contentCopy()
  await writeFile(other.pathOf('pack.yaml'), 'id: other\n')

  const loaded = await loadPacks([acme, broken, again, other].map(({ folder }) => folder))
  expect(loaded.map((pack) => (pack.ok ? pack.pack.id : pack.name))).toEqual([
    'acme',
    'Broken',
    'Acme again',
    'other',
  ])
  expect(
    loaded.map((pack) => (pack.ok ? [] : pack.findings.map(({ file, reason }) => `${file}: ${reason}`))),
  ).toEqual([
    [],
    ['lost-parcels/prompt.md: the file is missing'],
    [`pack.yaml: 'acme' is also the id of the pack in ${acme.folder}`],
    [],
  ])
})

test.each([
  ['id: Acme Ltd\n', 'id', 'lower-case words joined by single hyphens'],
  ['reading: yes\n', 'reading', "expected one of 'open', 'closed', found 'yes'"],
  ['colour: blue\n', '', "has a field nobody knows: 'colour'"],
])('a manifest that says %j is refused', async (text, field, reason) => {
  await using copy = await contentCopy()
  await writeFile(copy.pathOf('pack.yaml'), text)
  expect(await loadPack(copy.folder)).toMatchObject({
    ok: false,
    findings: [{ file: 'pack.yaml', field, reason }],
  })
})

test('a folder whose name is no id needs one in its manifest', async () => {
  await using copy = await contentCopy()
  const folder = copy.pathOf('Our questions!')
  await mkdir(folder)
  expect(await loadPack(folder)).toMatchObject({ ok: false, findings: [{ file: 'pack.yaml', field: 'id' }] })
  expect(await loadPack(copy.pathOf('nowhere'))).toMatchObject({
    ok: false,
    name: 'nowhere',
    findings: [{ reason: `no folder at ${copy.pathOf('nowhere')}` }],
  })
})
