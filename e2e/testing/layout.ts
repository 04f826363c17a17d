import type { Page } from '@playwright/test'

/** tldraw's parts around the canvas, and its watermark, which its licence wants seen. */
const CANVAS_PARTS = {
  'a tool': '[data-testid^="tools."]',
  'the style panel': '.tlui-style-panel__wrapper',
  'the button for styles': '[data-testid="mobile-styles.button"]',
  'the menu': '.tlui-menu-zone',
  'the buttons above the tools': '.tlui-toolbar__extras__controls',
  'the zoom': '.tlui-navigation-panel',
  'the watermark': 'button[title="made with tldraw"]',
}

/** What we put over the canvas. It lies in tldraw's container, and still must not lie on its parts. */
const OUR_PARTS = [
  'nav[aria-label="Board panels"]',
  'section[aria-label="Components"]',
  'section[aria-label="Outline"]',
  'section[aria-label="Begin with"] button',
  'dialog[open]',
  'fieldset[aria-label="Choose a path to walk"]',
  'fieldset[aria-label="Request walk"]',
  'fieldset[aria-label="Pin a result"]',
].map((part) => `[data-region="board"] ${part}`)

/**
 * Which of tldraw's own parts something else lies over, or which reach out of the board. Each part is asked at fifteen
 * points what is on top there.
 */
export async function coveredCanvasParts(page: Page): Promise<string[]> {
  return page.evaluate(
    ([parts, ours]) => {
      const board = document.querySelector('.tl-container')?.getBoundingClientRect()
      if (!board) return ['there is no board']
      const problems: string[] = []
      const over = ours.flatMap((part) => [...document.querySelectorAll(part)])
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
          for (const part of over) {
            const box = part.getBoundingClientRect()
            const across = Math.min(box.right, right) - Math.max(box.left, left)
            const down = Math.min(box.bottom, bottom) - Math.max(box.top, top)
            if (across > 1 && down > 1) problems.push(`${name} and ${labelOf(part)} overlap`)
          }
          const middle = document.elementFromPoint(left + width / 2, top + height / 2)
          // Where there is a mouse, the picture itself lets it through to the box around it.
          const mark = element.parentElement
          if (name === 'the watermark' && !mark?.contains(middle)) problems.push(`${name} is not on top`)
        }
      }
      return [...new Set(problems)]

      function labelOf(part: Element): string {
        return `'${part.getAttribute('aria-label') ?? part.textContent}'`
      }
    },
    [CANVAS_PARTS, OUR_PARTS] as const,
  )
}

export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth > clientWidth
  })
}

/** Which parts of the bar over a room lie over each other: its title, clock, state, people and buttons. */
export async function overlappingBarParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bar = document.querySelector('[data-region=bar]')
    if (!bar) return ['there is no bar']
    const parts = [...bar.querySelectorAll('*')].filter(
      (element) =>
        element.checkVisibility() &&
        element.getBoundingClientRect().width > 1 &&
        (element.matches('button, a') ||
          (!element.closest('button, a') && element.children.length === 0 && element.textContent !== '')),
    )
    return parts.flatMap((a, at) =>
      parts.slice(at + 1).flatMap((b) => {
        const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()]
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
        // Faces of people overlap a little on purpose.
        if (across <= 8 || down <= 1) return []
        return [`'${a.textContent}' and '${b.textContent}' overlap by ${Math.round(across)} px`]
      }),
    )
  })
}
