import type { Page } from '@playwright/test'

export interface Start {
  /** Title of the question. */
  readonly question: string
  readonly level?: 'Mid' | 'Senior' | 'Staff'
  readonly minutes?: '35' | '45' | '60'
  readonly name: string
}

/** Finds the question of this title, which need not be among the first that the list shows, and chooses it. */
export async function chooseQuestion(page: Page, title: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search the questions' }).fill(title)
  await page.getByRole('radio', { name: title }).check()
}

/** Chooses a question and starts an interview, as someone on the home page. */
export async function startInterview(page: Page, start: Start): Promise<void> {
  await chooseQuestion(page, start.question)
  const form = page.getByRole('form', { name: 'Start an interview' }).or(page.locator('form'))
  const choose = async (group: string, option: string | undefined) => {
    if (option !== undefined)
      await form.getByRole('group', { name: group }).getByRole('radio', { name: option }).check()
  }
  await choose('Level', start.level)
  await choose('Minutes', start.minutes)
  await form.getByRole('textbox', { name: 'Your name' }).fill(start.name)
  await form.getByRole('button', { name: 'Start interview' }).click()
}
