import { cardKindOf } from '@drawbar/shared/cards/card-kinds.ts'
import { describe, expect, test } from 'vitest'
import { parsePastedRows } from './parse-pasted-rows.ts'

function parse(kindName: string, text: string) {
  const kind = cardKindOf(kindName)
  if (!kind) throw new Error(`No kind ${kindName}.`)
  return parsePastedRows(kind, text)
}
const rows = (kindName: string, text: string) => parse(kindName, text)?.rows

describe('an API', () => {
  test('lines of method, path and fields', () => {
    expect(
      rows('api', 'GET /feed cursor, limit\r\n- post: /posts\n\n`DELETE /posts/{id}` - 204\n/health'),
    ).toEqual([
      { method: 'GET', path: '/feed', fields: 'cursor, limit' },
      { method: 'POST', path: '/posts' },
      { method: 'DELETE', path: '/posts/{id}', fields: '204' },
      { path: '/health' },
    ])
  })

  test('one endpoint is its cells; one word is a text', () => {
    expect(rows('api', 'GET /feed')).toEqual([{ method: 'GET', path: '/feed' }])
    expect(parse('api', '/feed')).toBeNull()
    expect(parse('api', '  \n ')).toBeNull()
  })

  test('cells from a spreadsheet', () => {
    expect(rows('api', 'get\t/feed\tcursor\nNONE\t/x\t')).toEqual([
      { method: 'GET', path: '/feed', fields: 'cursor' },
      { path: '/x' },
    ])
  })
})

describe('a table', () => {
  test('CREATE TABLE with keys in and below its columns', () => {
    const sql = `CREATE TABLE IF NOT EXISTS "app"."posts" (
      post_id  BIGINT PRIMARY KEY, -- made by us, not by the database
      author_id bigint NOT NULL REFERENCES users(id),
      price decimal(10, 2) DEFAULT 0,
      slug varchar(80) UNIQUE,
      kind text CHECK (kind IN ('a,b', 'c')),
      created_at timestamp with time zone,
      CONSTRAINT c CHECK (price > 0),
      KEY by_time (created_at, author_id)
    );`
    expect(parse('table', sql)).toEqual({
      title: 'posts',
      rows: [
        { column: 'post_id', type: 'BIGINT', key: 'primary' },
        { column: 'author_id', type: 'bigint', key: 'foreign' },
        { column: 'price', type: 'decimal(10, 2)' },
        { column: 'slug', type: 'varchar(80)', key: 'unique' },
        { column: 'kind', type: 'text' },
        { column: 'created_at', type: 'timestamp with time zone', key: 'index' },
      ],
    })
  })

  test('a primary key over two columns is on both', () => {
    expect(rows('table', 'create table t (a int, b int, primary key (a, b))')).toEqual([
      { column: 'a', type: 'int', key: 'primary' },
      { column: 'b', type: 'int', key: 'primary' },
    ])
  })

  test('lines of name, type and key', () => {
    expect(rows('table', '- user_id: bigint PK\n- name varchar(80)\n- region')).toEqual([
      { column: 'user_id', type: 'bigint', key: 'primary' },
      { column: 'name', type: 'varchar(80)' },
      { column: 'region' },
    ])
  })
})

test.each([
  ['PK', 'primary'],
  ['pk', 'primary'],
  ['primary key', 'primary'],
  ['fk', 'foreign'],
  ['(shard)', 'shard'],
])('a table takes the key %s from a spreadsheet', (written, key) => {
  expect(rows('table', `id\tbigint\t${written}`)).toEqual([{ column: 'id', type: 'bigint', key }])
})

describe('requirements', () => {
  test('a list with headings goes into its sections', () => {
    const text =
      '## Functional requirements\n1. post\n2) follow\n\nNon-functional:\n* fast\n• [ ] safe\nOut of scope\n- ads'
    expect(rows('requirements', text)).toEqual([
      { text: 'post', section: 'functional' },
      { text: 'follow', section: 'functional' },
      { text: 'fast', section: 'nonFunctional' },
      { text: 'safe', section: 'nonFunctional' },
      { text: 'ads', section: 'outOfScope' },
    ])
  })

  test('one line is a text', () => {
    expect(parse('requirements', 'post, follow, read')).toBeNull()
  })
})

test('a decision has its rows', () => {
  expect(parse('decision', 'a\nb')).toBeNull()
})

test('too long a line is cut', () => {
  expect(rows('requirements', `a\n${'x'.repeat(900)}`)?.[1]?.text).toHaveLength(500)
})
