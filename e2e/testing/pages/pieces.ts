import { expect, type Locator, type Page } from '@playwright/test'
import { board, canvas, takeTool, type At } from './board.ts'
import { pick } from './picker.ts'

type PieceType = 'component' | 'zone' | 'card' | 'worksheet' | 'arrow' | 'geo' | 'draw' | 'text'

/** The shapes of one type, or those of them that say `text`. */
export function pieces(page: Page, type: PieceType, text?: string): Locator {
  const all = canvas(page).locator(`.tl-shape[data-shape-type="${type}"]`)
  return text === undefined ? all : all.filter({ hasText: text })
}

/** The one component of this name. */
export function component(page: Page, name: string): Locator {
  return pieces(page, 'component', name)
}

/** Lets go of what is selected and gives the canvas the keyboard. */
export async function selectNothing(page: Page): Promise<void> {
  await takeTool(page, 'v')
  await page.keyboard.press('Escape')
}

/** Places each line through the picker: the first beside what is there, each further one connected to the one before. */
export async function placeChain(page: Page, lines: readonly string[]): Promise<void> {
  await selectNothing(page)
  for (const line of lines) await pick(page, page.keyboard, line)
}

/** The middle of an element, in px of the window. */
export async function middleOf(element: Locator): Promise<At> {
  const box = await element.boundingBox()
  if (!box) throw new Error('there is no such element on screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Clicks in the middle of a shape; tldraw's own elements let the pointer through to its canvas. */
export async function clickShape(
  page: Page,
  element: Locator,
  clickCount: 1 | 2 = 1,
  button: 'left' | 'right' = 'left',
): Promise<void> {
  const { x, y } = await middleOf(element)
  await page.mouse.click(x, y, { clickCount, button })
}

/** One of the four handles that stand around the component under the pointer. */
export async function handleOf(
  page: Page,
  name: string,
  side: 'top' | 'right' | 'bottom' | 'left',
): Promise<At> {
  const { x, y } = await middleOf(component(page, name))
  await page.mouse.move(x - 4, y - 4)
  await page.mouse.move(x, y)
  return middleOf(board(page).getByRole('button', { name: `Connect from the ${side}` }))
}

/** A button of the rail at the board's left edge. */
export function railButton(
  page: Page,
  name: 'Components' | 'Outline' | 'Tidy up' | 'Walk a request',
): Locator {
  return board(page)
    .getByRole('navigation', { name: 'Board panels' })
    .getByRole('button', { name, exact: true })
}

/** The lines of the outline, which has to be open. */
export function outlineLine(page: Page, text: string | RegExp): Locator {
  return board(page).getByRole('list', { name: 'What is on the board' }).getByRole('button', { name: text })
}

export async function openOutline(page: Page): Promise<void> {
  const button = railButton(page, 'Outline')
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click()
  await expect(board(page).getByRole('region', { name: 'Outline' })).toBeVisible()
}

/** Opens a menu of tldraw's main menu and chooses from it. */
export async function chooseFromMenu(page: Page, ...path: readonly string[]): Promise<void> {
  await board(page).getByTestId('main-menu.button').click()
  for (const name of path) await page.getByRole('menuitem', { name, exact: true }).click()
}
