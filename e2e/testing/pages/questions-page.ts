import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** Opens the catalogue from wherever the page is, and waits until it is there. */
export async function openCatalogue(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Questions' }).click()
  await expect(page.getByRole('heading', { name: 'Questions', level: 1 })).toBeVisible()
  await expect(count(page)).toContainText('questions')
}

export function search(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Search the questions' })
}

/** How many questions fit, in words. */
export function count(page: Page): Locator {
  return page.getByRole('status')
}

/** The cards, by the titles on them. */
export function titles(page: Page): Locator {
  return page.getByRole('main').getByRole('heading', { level: 2 })
}
