import { expect, type Locator, type Page } from '@playwright/test'

export interface At {
  readonly x: number
  readonly y: number
}

/** A shape as one browser draws it: place and turn as tldraw put them into the DOM, in the board's coordinates. */
export interface DrawnShape {
  readonly id: string
  readonly type: string
  readonly transform: string
}

export function board(page: Page): Locator {
  return page.getByRole('region', { name: 'Board' })
}

/** tldraw's own canvas; it has no role. */
export function canvas(page: Page): Locator {
  return board(page).getByTestId('canvas')
}

/** Every shape on the page that is looked at; tldraw names each element with its record's id. */
export function shapes(page: Page): Locator {
  return canvas(page).locator('.tl-shape')
}

export function shape(page: Page, id: string): Locator {
  return canvas(page).locator(`.tl-shape[data-shape-id="${id}"]`)
}

/** Waits until the board can be drawn on. */
export async function boardIsOpen(page: Page): Promise<void> {
  await expect(canvas(page)).toBeVisible()
  await expect(tool(page, 'draw')).toBeVisible()
}

/** A tool of tldraw's toolbar by tldraw's own name for it, whatever language and width the toolbar has. */
export function tool(
  page: Page,
  name: 'select' | 'hand' | 'draw' | 'eraser' | 'arrow' | 'text' | 'rectangle' | 'frame',
): Locator {
  return board(page).getByTestId(`tools.${name}`)
}

/** Draws with a key's tool from one point of the canvas to another. Points are pixels from its upper left corner. */
export async function drawWith(
  page: Page,
  key: 'r' | 'f' | 'd' | 'a' | 'k',
  from: At,
  to: At,
): Promise<void> {
  const box = await canvas(page).boundingBox()
  if (!box) throw new Error('there is no canvas on screen')
  await takeTool(page, key)
  await drag(page, { x: box.x + from.x, y: box.y + from.y }, { x: box.x + to.x, y: box.y + to.y })
}

/** Drags the mouse between two points of the window. `before` letting go, something may be waited for. */
export async function drag(
  page: Page,
  from: At,
  to: At,
  before: () => Promise<void> = async () => {},
): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await page.mouse.move(to.x, to.y)
  await before()
  await page.mouse.up()
}

/** Draws a rectangle and answers its id. */
export async function drawBox(page: Page, from: At, to: At): Promise<string> {
  return newShape(page, () => drawWith(page, 'r', from, to))
}

export async function drawFrame(page: Page, from: At, to: At): Promise<string> {
  return newShape(page, () => drawWith(page, 'f', from, to))
}

/** The id of the one shape that `act` adds on this page. */
export async function newShape(page: Page, act: () => Promise<void>): Promise<string> {
  const before = new Set(await shapeIds(page))
  await act()
  let added: string[] = []
  await expect
    .poll(async () => (added = (await shapeIds(page)).filter((id) => !before.has(id))).length)
    .toBe(1)
  const [id] = added
  if (id === undefined) throw new Error('no shape was added')
  return id
}

export async function shapeIds(page: Page): Promise<string[]> {
  return shapes(page).evaluateAll((elements) =>
    elements.map((element) => element.getAttribute('data-shape-id') ?? ''),
  )
}

/** What is drawn, in the order of ids, to be compared with what another browser draws. */
export async function drawn(page: Page): Promise<DrawnShape[]> {
  const all = await shapes(page).evaluateAll((elements) =>
    elements.map((element) => ({
      id: element.getAttribute('data-shape-id') ?? '',
      type: element.getAttribute('data-shape-type') ?? '',
      transform: element instanceof HTMLElement ? element.style.transform : '',
    })),
  )
  return all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Waits until two people see the same board. */
export async function agree(page: Page, other: Page): Promise<void> {
  await expect(async () => expect(await drawn(page)).toEqual(await drawn(other))).toPass()
}

/** Gives the canvas the keyboard and takes a tool by its key. */
export async function takeTool(page: Page, key: string): Promise<void> {
  await tool(page, 'select').click()
  await page.keyboard.press(key)
}

/** Where a shape that lies on the page itself is drawn, in the board's coordinates. */
export async function drawnAt(page: Page, id: string): Promise<At> {
  return shape(page, id).evaluate((element) => {
    const { e, f } = new DOMMatrix(getComputedStyle(element).transform)
    return { x: e, y: f }
  })
}
