import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Route, Router, Switch } from 'wouter'
import { idFromPath, path, PATTERN, PLACES } from './path.ts'

function routed(address: string): string {
  return renderToStaticMarkup(
    <Router ssrPath={address}>
      <Switch>
        <Route path={PATTERN.home}>home</Route>
        <Route path={PATTERN.questions}>questions</Route>
        <Route path={PATTERN.question}>{({ questionId }) => `question ${idFromPath(questionId)}`}</Route>
        <Route path={PATTERN.guide}>guide</Route>
        <Route path={PATTERN.room}>{({ roomId }) => `room ${roomId}`}</Route>
        <Route path={PATTERN.record}>{({ roomId }) => `record of ${roomId}`}</Route>
        <Route>nothing</Route>
      </Switch>
    </Router>,
  )
}

describe('the addresses of the app', () => {
  it('are these', () => {
    expect([path.home(), path.room('r1'), path.record('r1')]).toEqual(['/', '/r/r1', '/r/r1/record'])
    expect([path.ask('acme:feed'), path.question('feed')]).toEqual([
      '/?question=acme%3Afeed',
      '/questions/feed',
    ])
  })

  it('lead where they say', () => {
    expect(routed(path.home())).toBe('home')
    expect(routed(path.room('r1'))).toBe('room r1')
    expect(routed(path.record('r1'))).toBe('record of r1')
    expect(Object.values(PLACES).map(routed)).toEqual(['home', 'questions', 'guide'])
    expect(routed(path.question('acme:feed'))).toBe('question acme:feed')
    expect(routed('/questions/acme:feed')).toBe('question acme:feed')
    expect(routed('/questions/100%')).toBe('question 100%')
    expect(routed('/elsewhere')).toBe('nothing')
  })

  it('stay one part of an address whatever an id holds', () => {
    expect(path.room('a/b c?#')).toBe('/r/a%2Fb%20c%3F%23')
  })
})
