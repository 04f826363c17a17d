import type { Page } from '@playwright/test'
import { search } from './pages/questions-page.ts'

/** Milliseconds from the key press, in the browser's own time. */
export interface KeyTimes {
  /** Until the count of questions that fit was right. */
  readonly counted: number
  /** Until the frame with it was drawn. */
  readonly drawn: number
}

/** Loads the page of all questions. Answers the milliseconds from the navigation until the count is there. */
export async function openTimed(page: Page, url: string): Promise<number> {
  await page.goto(`${url}/questions`, { waitUntil: 'commit' })
  return page.evaluate(() => {
    const isThere = () => /\d questions$/.test(document.querySelector('output')?.textContent ?? '')
    return new Promise<number>((resolve) => {
      const observer = new MutationObserver(look)
      observer.observe(document, { subtree: true, childList: true, characterData: true })
      look()
      function look(): void {
        if (!isThere()) return
        observer.disconnect()
        resolve(performance.now())
      }
    })
  })
}

/**
 * Types into the empty search box, a key once the one before has done its work. `countOf` is the count that a text
 * leads to, in the words of the page; a key that leaves the count as it is says nothing.
 */
export async function typeTimed(
  page: Page,
  text: string,
  countOf: (text: string) => string,
): Promise<KeyTimes[]> {
  await search(page).fill('')
  await page.getByText(countOf(''), { exact: true }).waitFor()
  const times: KeyTimes[] = []
  for (let at = 0; at < text.length; at += 1) {
    const expected = countOf(text.slice(0, at + 1))
    const watch = await page.evaluateHandle(watchCount, expected)
    await page.keyboard.press(text.charAt(at))
    const measured = await watch.evaluate(({ times: found }) => found)
    await watch.dispose()
    if (measured) times.push(measured)
  }
  return times
}

/** In the page: waits for a key and then for the count; null where the count is as expected before the key. */
function watchCount(expected: string): { times: Promise<KeyTimes | null> } {
  const count = document.querySelector('output')
  if (!count) throw new Error('this page counts nothing')
  if (count.textContent === expected) return { times: Promise.resolve(null) }
  let pressed = Number.NaN
  document.addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true, once: true })
  const times = new Promise<KeyTimes>((resolve) => {
    const observer = new MutationObserver(() => {
      if (count.textContent !== expected) return
      observer.disconnect()
      const counted = performance.now() - pressed
      // A task of its own after the frame's callbacks runs once the frame is laid out and drawn.
      requestAnimationFrame(() =>
        setTimeout(() => resolve({ counted, drawn: performance.now() - pressed }), 0),
      )
    })
    observer.observe(count, { subtree: true, childList: true, characterData: true })
  })
  return { times }
}
