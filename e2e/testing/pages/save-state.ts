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

/** Longer than the board gathers changes before it counts them as an edit. */
const GATHERED_MS = 100

/** Waits until the page says *saved* of everything that is on screen at this moment. */
export async function staysSaved(page: Page): Promise<void> {
  const gathered = (await page.evaluate(() => performance.now())) + GATHERED_MS
  await expect
    .poll(() =>
      saveState(page).evaluate((pill, from) => performance.now() > from && pill.textContent, gathered),
    )
    .toBe('Saved')
}
