import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any page has. */
const MOST_STOPS = 150

/** Goes to something with the Tab key alone. What has the keyboard at the end can be seen to have it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      expect(await showsFocus(target)).toBe(true)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key does not lead to ${target.toString()}`)
}

/** Presses something that was reached with the Tab key. */
export async function pressWithKeys(
  page: Page,
  target: Locator,
  key: 'Enter' | 'Space' = 'Enter',
): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Whether an outline or a shadow is around what has the keyboard, or around the box that stands for it. */
async function showsFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const boxes = [element, element.parentElement, element.closest('label')]
    return boxes.some((box) => {
      if (!box) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    })
  })
}
