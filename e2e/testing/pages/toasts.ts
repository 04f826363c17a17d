import type { Locator, Page } from '@playwright/test'

/** The messages that are shown for a moment. */
export function toast(page: Page): Locator {
  return page.getByRole('region', { name: /^Messages/ }).getByRole('listitem')
}
