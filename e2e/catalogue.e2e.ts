import { startTestServer } from '@drawbar/server/testing/start-test-server.ts'
import { sampleQuestion } from '@drawbar/shared/testing/sample-question.ts'
import { test as bare } from '@playwright/test'
import { bankQuestion, bankQuestions } from './testing/bank.ts'
import { CLIENT_FOLDER } from './testing/built-client.ts'
import { holdInterview, SOME_QUESTION } from './testing/hold-interview.ts'
import { endInterview, recordIsOpen } from './testing/pages/ending.ts'
import { presentQuestion, startRound } from './testing/pages/panel.ts'
import { count, openCatalogue, search, titles } from './testing/pages/questions-page.ts'
import { gatherPeople } from './testing/people.ts'
import { expect, test } from './testing/test.ts'

test('the catalogue is searched by title, topic and term, filtered and sorted', async ({ app, people }) => {
  const questions = await bankQuestions()
  const { page } = await people.come('Alice')
  await page.goto(app.url)
  await openCatalogue(page)
  await expect(count(page)).toHaveText(`${questions.length} questions`)
  const byTitle = await titles(page).allTextContents()
  expect(byTitle).toEqual(byTitle.toSorted(new Intl.Collator('en', { numeric: true }).compare))
  await page.getByRole('button', { name: /^Show more/ }).click()
  expect(await titles(page).count()).toBeGreaterThan(byTitle.length)

  await search(page).fill('rate limiting regions')
  await expect(titles(page)).toHaveText(['Rate limiting across regions'])
  // A term is part of the answer: it finds its question, and is nowhere on the page.
  await search(page).fill('stranded quota')
  await expect(titles(page)).toHaveText(['Rate limiting across regions'])
  await expect(page.getByText('stranded', { exact: false })).toHaveCount(0)

  await search(page).fill('')
  const experiences = questions.filter(({ kind }) => kind === 'experience')
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('experience')
  await expect(count(page)).toHaveText(`${experiences.length} of ${questions.length} questions`)
  await page.getByRole('combobox', { name: 'Order' }).selectOption('shortest')
  await search(page).press('ArrowDown')
  await expect(page.getByRole('link', { name: /^Ask / }).first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('radiogroup', { name: 'Question to ask' }).getByRole('radio', { checked: true }),
  ).toHaveCount(1)

  // The way back leads to the list as it was left.
  await openCatalogue(page)
  await expect(count(page)).toHaveText(`${experiences.length} of ${questions.length} questions`)
})

test('all of a question is behind a warning, and read once it is no surprise', async ({ app, people }) => {
  const question = await bankQuestion(SOME_QUESTION)
  const { page } = await people.come('Alice')
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await page.goto(`${app.url}/questions`)
  await search(page).fill(SOME_QUESTION)
  await page.getByRole('link', { name: `Read all of it ${SOME_QUESTION}` }).click()
  await expect(page.getByRole('heading', { name: 'Reading it spoils it for you' })).toBeVisible()
  expect(fetched).not.toContain(`/api/questions/${question.id}`)

  await page.getByRole('button', { name: 'Read all of it' }).click()
  for (const part of [
    'Brief',
    'Follow-ups',
    'Checklist',
    'Constraint cards',
    'Reference designs',
    'Phases',
  ]) {
    await expect(page.getByRole('heading', { name: part, exact: true })).toBeVisible()
  }
  for (const { title } of question.references) {
    await expect(page.getByRole('img', { name: `Flowchart: ${title}` })).toBeVisible()
  }
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Checklist', exact: true })).toBeVisible()

  await page.getByRole('link', { name: 'All questions' }).click()
  await search(page).fill(SOME_QUESTION)
  await expect(page.getByText('You have read it')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Surprise me' })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('link', { name: `Read all of it ${SOME_QUESTION}` }).click()
  await page.getByRole('button', { name: 'Hide it again and forget that' }).click()
  await expect(page.getByRole('heading', { name: 'Reading it spoils it for you' })).toBeVisible()
  await page.getByRole('link', { name: 'All questions' }).click()
  await search(page).fill(SOME_QUESTION)
  await page.getByRole('button', { name: 'Surprise me' }).click()
  await expect(page.getByRole('radio', { name: SOME_QUESTION })).toBeChecked()
})

test('what was asked in my rooms can be left out, by both who were there', async ({ app, people }) => {
  const { length } = await bankQuestions()
  const { alice, bob } = await holdInterview({ people, url: app.url })
  await startRound(alice.page)
  await presentQuestion(alice.page)
  await endInterview(alice.page)
  for (const { page } of [alice, bob]) {
    await recordIsOpen(page)
    await openCatalogue(page)
    await page.getByRole('checkbox', { name: 'Not asked in my rooms yet' }).check()
    await expect(count(page)).toHaveText(`${length - 1} of ${length} questions`)
    await search(page).fill(SOME_QUESTION)
    await expect(page.getByText('No question fits')).toBeVisible()
    await page.getByRole('button', { name: `Show all ${length}` }).click()
    await search(page).fill(SOME_QUESTION)
    await expect(page.getByText('Asked in your rooms')).toBeVisible()
  }
})

test('the guide is for everyone, with figures', async ({ app, people }) => {
  const { page } = await people.come('Alice')
  await page.goto(app.url)
  await page.getByRole('link', { name: 'Guide' }).click()
  await expect(page.getByRole('heading', { name: 'Figures worth knowing' })).toBeVisible()
  await expect(page.getByRole('heading', { name: /mistakes/i })).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Parts of the guide' })
    .getByRole('link', { name: 'Figures worth knowing' })
    .click()
  await expect(page.getByText('Seconds in a day').first()).toBeInViewport()
})

bare('a closed pack is offered and not read outside a room', async ({ browser }) => {
  const acme = { ...sampleQuestion({ id: 'acme:queue' }), title: 'A question of Acme' }
  await using server = await startTestServer({
    questions: [sampleQuestion(), { question: acme, pack: 'Acme hiring', readable: false }],
    clientFolder: CLIENT_FOLDER,
  })
  await using people = gatherPeople(browser, [server.url])
  const { page } = await people.come('Alice')
  await page.goto(`${server.url}/questions`)
  await search(page).fill('acme hiring')
  await expect(titles(page)).toHaveText(['A question of Acme'])
  await expect(page.getByText('Read in a room only')).toBeVisible()
  await page.goto(`${server.url}/questions/acme%3Aqueue`)
  await expect(page.getByText('This question is read in a room only')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Read all of it' })).toHaveCount(0)
  await page.goto(`${server.url}/questions/nowhere`)
  await expect(page.getByText('There is no such question')).toBeVisible()

  await page.goto(`${server.url}/?question=acme%3Aqueue`)
  await expect(page.getByRole('radio', { name: 'A question of Acme' })).toBeChecked()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Alice')
  await page.getByRole('button', { name: 'Start interview' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(people.trouble).toEqual([])
})
