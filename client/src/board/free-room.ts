import type { Bounds } from '@drawbar/shared/graph/board-graph.ts'
import type { Editor } from 'tldraw'

/** What has to stay clear of tldraw's own parts and of the board's edges by this, px. */
const EDGE = 8

/** tldraw's parts at the top, at the bottom and on the right. What is not shown has no size. */
const ABOVE = ['.tlui-menu-zone']
const BELOW = ['.tlui-toolbar', '.tlui-toolbar__extras__controls', '.tlui-navigation-panel']
const RIGHT = ['.tlui-style-panel__wrapper']

/** Our own rail, and the panel that may be open beside it. */
const RAIL = ['[data-takes="rail"]']
const DOCK = ['[data-takes="rail"]', '[data-takes="panel"]']

/** With less room beside it than this a panel lies over everything, as on a phone, px. */
const LEAST_BESIDE = 240

/** The part of the board that no control of tldraw's and no panel of ours is in, px from the board's top left corner. */
export function freeRoom(editor: Editor): Bounds {
  const container = editor.getContainer()
  const board = container.getBoundingClientRect()
  const shown = (selectors: readonly string[]): DOMRect[] =>
    selectors
      .flatMap((selector) => [...container.querySelectorAll(selector)])
      .map((part) => part.getBoundingClientRect())
      .filter(({ width, height }) => width > 0 && height > 0)
  const top = Math.max(board.top, ...shown(ABOVE).map((part) => part.bottom)) + EDGE
  const bottom = Math.min(board.bottom, ...shown(BELOW).map((part) => part.top)) - EDGE
  // On a narrow board the style panel opens over everything, from the toolbar.
  const right = Math.min(board.right, ...shown(RIGHT).map((part) => part.left)) - EDGE
  const leftOf = (selectors: readonly string[]) =>
    Math.max(board.left, ...shown(selectors).map((part) => part.right)) + EDGE
  const beside = leftOf(DOCK)
  const left = right - beside < LEAST_BESIDE ? leftOf(RAIL) : beside
  return { x: left - board.left, y: top - board.top, w: right - left, h: bottom - top }
}
