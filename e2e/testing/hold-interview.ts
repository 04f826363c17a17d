import { expect } from '@playwright/test'
import type { People, Person } from './people.ts'
import { boardIsOpen } from './pages/board.ts'
import { startInterview, type Start } from './pages/home-page.ts'
import { joinByLink } from './pages/join-page.ts'
import { closeShareSheet, linkOf } from './pages/share-sheet.ts'

/** A question of the bank that tests may use without caring which it is. */
export const SOME_QUESTION = 'Live delivery over WebSockets'

export interface InterviewOptions {
  readonly people: People
  /** Where alice opens the home page. */
  readonly url: string
  readonly start?: Partial<Start>
  /** Where bob and olga open their links; alice's address where they have none of their own. */
  readonly bobsUrl?: string
  readonly olgasUrl?: string
}

export interface InterviewLinks {
  readonly candidate: string
  readonly observer: string
}

export interface Interview {
  readonly alice: Person
  readonly bob: Person
  readonly links: InterviewLinks
}

/** Alice starts an interview on the home page and bob joins by the link she is given. Both see the board. */
export async function holdInterview(options: InterviewOptions): Promise<Interview> {
  const { people, url, start, bobsUrl = url } = options
  const alice = await people.come('Alice')
  await alice.page.goto(url)
  await startInterview(alice.page, { question: SOME_QUESTION, name: 'Alice', ...start })
  const links = {
    candidate: await linkOf(alice.page, 'Candidate'),
    observer: await linkOf(alice.page, 'Observer'),
  }
  await closeShareSheet(alice.page)
  await boardIsOpen(alice.page)

  const bob = await people.come('Bob')
  await joinByLink(bob, links.candidate.replace(url, bobsUrl))
  await boardIsOpen(bob.page)
  return { alice, bob, links }
}

/** Olga comes to watch. */
export async function watchInterview(
  { people, url, olgasUrl = url }: InterviewOptions,
  { links }: Pick<Interview, 'links'>,
): Promise<Person> {
  const olga = await people.come('Olga')
  await joinByLink(olga, links.observer.replace(url, olgasUrl))
  await expect(olga.page.getByRole('region', { name: 'Board' })).toBeVisible()
  return olga
}
