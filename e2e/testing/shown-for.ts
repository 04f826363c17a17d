import type { Page } from '@playwright/test'

/**
 * Passes when a page has lived on for so long, by its own clock: for what must not happen in that time, where there is
 * no state to wait for.
 */
export async function shownFor(page: Page, ms: number): Promise<void> {
  await page.waitForFunction(
    (from) => performance.now() > from,
    ms + (await page.evaluate(() => performance.now())),
    {
      timeout: ms * 3,
    },
  )
}
