import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { describe, expect, it } from 'vitest'
import { entry } from './testing/entry.ts'
import { filterQuestions, NO_FILTER, NOTHING_KNOWN, surprise, topicsOf } from './filter-questions.ts'

const feed = entry('feed', {
  title: 'A news feed',
  topics: ['fan-out', 'caching'],
  levels: ['senior', 'staff'],
})
const shop = entry('shop', { title: 'Receipts of a shop', topics: ['queues'], minutes: [35] })
const chat = entry('chat', { title: 'Chat', summary: 'Keeps connections open', topics: ['real-time'] })
const all = [feed, shop, chat]

function ids(found: readonly CatalogueEntry[]): string[] {
  return found.map(({ id }) => id)
}

describe('filterQuestions', () => {
  it('shows everything, in order, while nothing is looked for', () => {
    expect(filterQuestions(all, NO_FILTER)).toEqual(all)
    expect(filterQuestions(all, { ...NO_FILTER, text: '  ' })).toEqual(all)
  })

  it('finds each word in title, summary or topics, whatever its case', () => {
    expect(ids(filterQuestions(all, { ...NO_FILTER, text: 'NEWS' }))).toEqual(['feed'])
    expect(ids(filterQuestions(all, { ...NO_FILTER, text: 'open chat' }))).toEqual(['chat'])
    expect(ids(filterQuestions(all, { ...NO_FILTER, text: 'news chat' }))).toEqual([])
  })

  it('finds a topic of several words however it is typed', () => {
    expect(ids(filterQuestions(all, { ...NO_FILTER, text: 'fan out' }))).toEqual(['feed'])
    expect(ids(filterQuestions(all, { ...NO_FILTER, text: 'real-time' }))).toEqual(['chat'])
  })

  it('narrows by topic, level and minutes together', () => {
    expect(ids(filterQuestions(all, { ...NO_FILTER, topic: 'queues' }))).toEqual(['shop'])
    expect(ids(filterQuestions(all, { ...NO_FILTER, level: 'mid' }))).toEqual(['shop', 'chat'])
    expect(ids(filterQuestions(all, { ...NO_FILTER, minutes: 60 }))).toEqual(['feed', 'chat'])
    expect(ids(filterQuestions(all, { ...NO_FILTER, level: 'mid', minutes: 60 }))).toEqual(['chat'])
  })
})

describe('filterQuestions with what else is known', () => {
  it('finds by a term that only the server knows, within the other filters', () => {
    const known = { ...NOTHING_KNOWN, withTerm: new Set(['shop', 'chat']) }
    expect(ids(filterQuestions(all, { ...NO_FILTER, text: 'outbox' }, known))).toEqual(['shop', 'chat'])
    expect(ids(filterQuestions(all, { ...NO_FILTER, text: 'outbox', minutes: 60 }, known))).toEqual(['chat'])
  })

  it('leaves out what was asked, on request', () => {
    const known = { ...NOTHING_KNOWN, wasAsked: ({ id }: CatalogueEntry) => id === 'feed' }
    expect(ids(filterQuestions(all, { ...NO_FILTER, unasked: true }, known))).toEqual(['shop', 'chat'])
    expect(filterQuestions(all, NO_FILTER, known)).toEqual(all)
  })

  it('tells designs from experiences', () => {
    const told = entry('told', { kind: 'experience' })
    expect(ids(filterQuestions([...all, told], { ...NO_FILTER, kind: 'experience' }))).toEqual(['told'])
  })
})

describe('topicsOf', () => {
  it('counts each topic once a question, by name', () => {
    expect(topicsOf([...all, entry('more')])).toEqual([
      { topic: 'caching', count: 1 },
      { topic: 'fan-out', count: 1 },
      { topic: 'queues', count: 2 },
      { topic: 'real-time', count: 1 },
    ])
  })
})

describe('surprise', () => {
  it('picks by chance, never the one already chosen', () => {
    expect(surprise(all, null, () => 0)?.id).toBe('feed')
    expect(surprise(all, null, () => 0.999)?.id).toBe('chat')
    expect(surprise(all, 'feed', () => 0)?.id).toBe('shop')
  })

  it('has nothing to offer where there is no other', () => {
    expect(surprise([feed], 'feed', () => 0)).toBeUndefined()
    expect(surprise([], null, () => 0)).toBeUndefined()
  })
})
