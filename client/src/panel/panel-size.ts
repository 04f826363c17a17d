/** How large the panel may be, in CSS pixels: its width beside the board, its height below it. */
export interface SizeRange {
  readonly min: number
  readonly max: number
}

const STEP = 16
const LARGE_STEP = 64

/** What is left to the board however large the panel is made. */
const BOARD_MIN = { width: 420, height: 200 } as const
const PANEL_MIN = { width: 320, height: 160 } as const
export const PANEL_DEFAULT = { width: 380, height: 360 } as const

/** The range on a screen of this size. A screen too small for both leaves the panel its minimum. */
export function sizeRange(axis: 'width' | 'height', screen: number): SizeRange {
  const min = PANEL_MIN[axis]
  return { min, max: Math.max(min, Math.round(screen) - BOARD_MIN[axis]) }
}

export function clampSize(size: number, { min, max }: SizeRange): number {
  return Math.round(Math.min(max, Math.max(min, size)))
}

/**
 * The size after a key on the separator, null for a key that does nothing there. The panel lies after the separator: an
 * arrow away from it makes it larger.
 */
export function sizeAfterKey(options: {
  readonly key: string
  readonly shift: boolean
  readonly size: number
  readonly range: SizeRange
}): number | null {
  const { key, shift, size, range } = options
  const step = shift ? LARGE_STEP : STEP
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowUp':
      return clampSize(size + step, range)
    case 'ArrowRight':
    case 'ArrowDown':
      return clampSize(size - step, range)
    case 'Home':
      return range.min
    case 'End':
      return range.max
    default:
      return null
  }
}
