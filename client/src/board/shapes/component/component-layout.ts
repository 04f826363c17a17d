import { textWidth } from './text-width.ts'
import { everyWordFits, wrapText } from './wrap-text.ts'

/** What the style sheet and the exports share, in page px. */
export const BOX = {
  radius: 10,
  border: 2,
  /** Between the box's edge and what stands in it. */
  inset: 14,
  icon: 30,
  gap: 10,
  technologySize: 13,
  technologyLine: 18,
  badgeHeight: 22,
  badgeSize: 12,
  badgePadding: 8,
  badgeInset: 12,
  badgeGap: 4,
  /** How far each sheet of a stack stands out to the upper right. */
  sheet: 5,
} as const

/** Smaller than this nothing can be read any more. */
export const SMALLEST = { w: 72, h: 44 } as const

const NARROW = 124
const VERTICAL_INSET = 5
/** Below a badge, which hangs into the box. */
const INSET_BELOW_BADGE = 12
/** Sizes of the label and of its lines: smaller where a word would break, or its end have no room. */
const LABEL = { size: 17, line: 20 } as const
const SMALLEST_LABEL = { size: 13, line: 16 } as const
const LABELS = [LABEL, { size: 15, line: 18 }, SMALLEST_LABEL] as const

interface Box {
  readonly w: number
  readonly h: number
}

export interface Content {
  readonly icon: boolean
  readonly technology: boolean
  /** As many as there is room for. */
  readonly labelLines: number
  /** Page px. */
  readonly labelSize: number
  /** Height of a line of the label, page px. */
  readonly labelLine: number
}

/** What a box has room for, near by. */
export function contentOf(box: Box, label: string, technology: string, hasBadges: boolean): Content {
  const room = box.h - 2 * (hasBadges ? INSET_BELOW_BADGE : VERTICAL_INSET)
  const withTechnology = technology !== '' && room >= LABEL.line + BOX.technologyLine
  const forLabel = room - (withTechnology ? BOX.technologyLine : 0)
  const icon = box.w >= NARROW
  const width = lineWidth(box.w, icon)
  const linesOf = (line: number) => Math.max(Math.floor(forLabel / line), 1)
  const fits = ({ size, line }: { readonly size: number; readonly line: number }) => {
    const measure = (text: string) => textWidth(text) * size
    const most = linesOf(line)
    return everyWordFits(label, width, measure) && wrapText(label, width, most + 1, measure).length <= most
  }
  const { size, line } = LABELS.find(fits) ?? SMALLEST_LABEL
  return {
    icon,
    technology: withTechnology,
    labelLines: linesOf(line),
    labelSize: size,
    labelLine: line,
  }
}

/** Width of the lines of text, near by. */
export function lineWidth(w: number, hasIcon: boolean): number {
  return Math.max(w - 2 * BOX.inset - (hasIcon ? BOX.icon + BOX.gap : 0), 1)
}

/** From afar, in page px: the label as large as the box takes it, and the icon in what is left above. */
export interface FarLayout {
  readonly label: number
  readonly lines: 1 | 2
  /** 0: no room for it. */
  readonly icon: number
  /** Size of the replicas' digits. */
  readonly badge: number
}

const FAR_SIZES = [56, 50, 46, 42, 38, 35, 32, 30, 28, 26, 24, 22, 20, 18] as const
const FAR_INSET = { x: 9, y: 5 } as const
const FAR_LINE = 1.08
const FAR_GAP = 2
const SMALLEST_ICON = 24
const LARGEST_ICON = 96

export function farLayout(box: Box, label: string): FarLayout {
  const width = box.w - 2 * FAR_INSET.x
  const height = box.h - 2 * FAR_INSET.y
  for (const size of FAR_SIZES) {
    const measure = (text: string) => textWidth(text) * size
    if (!everyWordFits(label, width, measure)) continue
    const lines = wrapText(label, width, 3, measure).length
    const icon = height - lines * size * FAR_LINE - FAR_GAP
    if (lines <= 2 && icon >= SMALLEST_ICON && icon >= size * 0.9) return layout(box, size, lines, icon)
  }
  const smallest = FAR_SIZES[FAR_SIZES.length - 1] ?? 18
  const lines = height >= 2 * smallest * FAR_LINE ? 2 : 1
  return layout(box, smallest, lines, height - lines * smallest * FAR_LINE - FAR_GAP)
}

function layout(box: Box, size: number, lines: number, icon: number): FarLayout {
  return {
    label: size,
    lines: lines > 1 ? 2 : 1,
    icon: icon < SMALLEST_ICON ? 0 : Math.floor(Math.min(icon, LARGEST_ICON)),
    badge: Math.min(28, Math.round(box.h * 0.28)),
  }
}
