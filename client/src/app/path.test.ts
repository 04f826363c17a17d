import { matchRoute } from 'wouter'
import { parse } from 'regexparam'
import { describe, expect, it } from 'vitest'
import { path, PATTERN } from './path.ts'

describe('the addresses of the app', () => {
  it('are these', () => {
    expect({
      home: path.home(),
      room: path.room('r1'),
      record: path.record('r1'),
    }).toMatchInlineSnapshot(`
      {
        "home": "/",
        "record": "/r/r1/record",
        "room": "/r/r1",
      }
    `)
  })

  it('encode an id, and the router reads it back', () => {
    expect(path.room('a/b c')).toBe('/r/a%2Fb%20c')
    expect(matchRoute(parse, PATTERN.room, path.room('a/b'))[1]).toMatchObject({ roomId: 'a%2Fb' })
    expect(matchRoute(parse, PATTERN.record, path.record('r1'))[1]).toMatchObject({ roomId: 'r1' })
    expect(matchRoute(parse, PATTERN.room, path.record('r1'))[0]).toBe(false)
  })
})
