import { expect, type Locator, type Page } from '@playwright/test'

/** What the page says about where this person's edits are. */
export function saveState(page: Page): Locator {
  return page.getByTestId('save-state')
}

export async function isSaved(page: Page): Promise<void> {
  await expect(saveState(page)).toHaveText('Saved')
}

/** How many edits the page says are waiting; null when it does not speak of any. */
export async function waitingEdits(page: Page): Promise<number | null> {
  const text = (await saveState(page).textContent()) ?? ''
  const count = /(\d+) edits? waiting/.exec(text)?.[1]
  return count === undefined ? null : Number(count)
}
