import type { Page } from '@playwright/test'

/** tldraw's parts around the canvas, and its watermark, which its licence wants seen. */
const CANVAS_PARTS = {
  'a tool': '[data-testid^="tools."]',
  'the style panel': '.tlui-style-panel__wrapper',
  'the button for styles': '[data-testid="mobile-styles.button"]',
  'the menu': '.tlui-menu-zone',
  'the zoom': '.tlui-navigation-panel',
  'the watermark': 'button[title="made with tldraw"]',
}

/**
 * Which of tldraw's own parts something else lies over, or which reach out of the board. Each part is asked at fifteen
 * points what is on top there.
 */
export async function coveredCanvasParts(page: Page): Promise<string[]> {
  return page.evaluate((parts) => {
    const board = document.querySelector('.tl-container')?.getBoundingClientRect()
    if (!board) return ['there is no board']
    const problems: string[] = []
    for (const [name, selector] of Object.entries(parts)) {
      const shown = [...document.querySelectorAll(selector)].filter(
        (element) =>
          element.checkVisibility({ opacityProperty: true }) && element.getBoundingClientRect().width > 0,
      )
      if (name === 'the watermark' && shown.length !== 1) problems.push('there is no watermark')
      for (const element of shown) {
        const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
        if (
          left < board.left - 1 ||
          top < board.top - 1 ||
          right > board.right + 1 ||
          bottom > board.bottom + 1
        ) {
          problems.push(`${name} reaches out of the board`)
        }
        for (const across of [0.1, 0.3, 0.5, 0.7, 0.9]) {
          for (const down of [0.2, 0.5, 0.8]) {
            const onTop = document.elementFromPoint(left + width * across, top + height * down)
            if (onTop?.closest('.tl-container')) continue
            problems.push(`${name} is covered by ${onTop?.tagName} ${onTop?.className}`)
          }
        }
        const middle = document.elementFromPoint(left + width / 2, top + height / 2)
        // Where there is a mouse, the picture itself lets it through to the box around it.
        const mark = element.parentElement
        if (name === 'the watermark' && !mark?.contains(middle)) problems.push(`${name} is not on top`)
      }
    }
    return [...new Set(problems)]
  }, CANVAS_PARTS)
}

export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth > clientWidth
  })
}
