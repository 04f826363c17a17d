import type { Page } from '@playwright/test'
import { bankQuestions } from './testing/bank.ts'
import { count } from './testing/pages/questions-page.ts'
import { expect, test } from './testing/test.ts'

test('a question is found by words, topic, level and length, or by chance', async ({ app, people }) => {
  const questions = await bankQuestions()
  const { page } = await people.come('Alice')
  await page.goto(app.url)
  const all = `${questions.length} questions`
  await expect(count(page)).toHaveText(all)
  const start = page.getByRole('button', { name: 'Start interview' })
  await expect(start).toBeDisabled()

  const search = page.getByRole('searchbox', { name: 'Search the questions' })
  await search.fill('websockets live')
  await expect(found(page)).toHaveCount(1)
  await search.fill('')
  const topic = questions[0]?.topics[0] ?? ''
  await page.getByRole('combobox', { name: 'Topic' }).selectOption(topic)
  await expect(count(page)).toHaveText(
    someOf(
      questions.filter(({ topics }) => topics.includes(topic)),
      all,
    ),
  )
  await search.fill('no question has these words')
  await page.getByRole('button', { name: `Show all ${questions.length}` }).click()
  await expect(count(page)).toHaveText(all)
  await page.getByRole('combobox', { name: 'Minutes' }).selectOption('60')
  await expect(count(page)).toHaveText(
    someOf(
      questions.filter(({ minutes }) => minutes.includes(60)),
      all,
    ),
  )
  await page.getByRole('combobox', { name: 'Level' }).selectOption('staff')
  await page.getByRole('button', { name: 'Surprise me' }).click()
  const chosen = page
    .getByRole('radiogroup', { name: 'Question to ask' })
    .getByRole('radio', { checked: true })
  await expect(chosen).toHaveCount(1)
  const first = await chosen.getAttribute('value')
  await page.getByRole('button', { name: 'Surprise me' }).click()
  await expect(chosen).not.toHaveAttribute('value', first ?? '')

  // The interview is offered as what was looked for.
  const form = page.locator('form')
  await expect(form.getByRole('radio', { name: 'Staff' })).toBeChecked()
  await expect(form.getByRole('radio', { name: '60' })).toBeChecked()
  await start.click()
  await expect(page.getByRole('alert')).toHaveText('Type a name.')
})

function someOf(fitting: readonly unknown[], all: string): string {
  return `${fitting.length} of ${all}`
}

function found(page: Page) {
  return page.getByRole('radiogroup', { name: 'Question to ask' }).getByRole('radio')
}
