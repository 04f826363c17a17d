import {
  toRichText,
  type TLArrowShapeArrowheadStyle,
  type TLDefaultDashStyle,
  type TLDefaultFillStyle,
  type TLDefaultFontStyle,
  type TLDefaultHorizontalAlignStyle,
  type TLDefaultSizeStyle,
  type TLDefaultTextAlignStyle,
  type TLDefaultVerticalAlignStyle,
} from 'tldraw'
import { isTransparent, nearestColor } from '../colors.ts'
import type { SceneElement } from '../scene.ts'

/** How tldraw draws what Excalidraw says. Numbers in between, from newer or other programs, go to the nearest. */
export function dashOf({ strokeStyle, roughness }: SceneElement): TLDefaultDashStyle {
  if (strokeStyle === 'dashed' || strokeStyle === 'dotted') return strokeStyle
  return roughness === 0 ? 'solid' : 'draw'
}

export function sizeOf({ strokeWidth }: SceneElement): TLDefaultSizeStyle {
  if (strokeWidth <= 1) return 's'
  if (strokeWidth <= 2) return 'm'
  return strokeWidth <= 3 ? 'l' : 'xl'
}

export function fillOf({ backgroundColor, fillStyle }: SceneElement): TLDefaultFillStyle {
  if (isTransparent(backgroundColor)) return 'none'
  return fillStyle === 'hachure' || fillStyle === 'cross-hatch' || fillStyle === 'zigzag'
    ? 'pattern'
    : 'solid'
}

/** A box has one colour in tldraw: that of its ground where it has one, as people see it. */
export function boxColor({ backgroundColor, strokeColor }: SceneElement) {
  return nearestColor(isTransparent(backgroundColor) ? strokeColor : backgroundColor)
}

const FONTS: ReadonlyMap<number, TLDefaultFontStyle> = new Map([
  [1, 'draw'],
  [2, 'sans'],
  [3, 'mono'],
  [5, 'draw'],
  [6, 'sans'],
  [7, 'sans'],
  [8, 'mono'],
  [9, 'sans'],
])

export function fontOf({ fontFamily }: SceneElement): TLDefaultFontStyle {
  return FONTS.get(fontFamily) ?? 'draw'
}

/** tldraw's text sizes at scale 1, px. */
const TEXT_SIZES: readonly (readonly [TLDefaultSizeStyle, number])[] = [
  ['s', 18],
  ['m', 24],
  ['l', 36],
  ['xl', 44],
]

/** A size and a scale that together give exactly the font size, for a text on its own. */
export function textSizeOf(fontSize: number): { readonly size: TLDefaultSizeStyle; readonly scale: number } {
  const [size, px] = TEXT_SIZES.findLast(([, at]) => at <= fontSize) ?? ['s', 18]
  return { size, scale: fontSize / px }
}

export function alignOf({
  textAlign,
}: SceneElement): TLDefaultHorizontalAlignStyle & TLDefaultTextAlignStyle {
  if (textAlign === 'left') return 'start'
  return textAlign === 'right' ? 'end' : 'middle'
}

export function verticalAlignOf({ verticalAlign }: SceneElement): TLDefaultVerticalAlignStyle {
  if (verticalAlign === 'top') return 'start'
  return verticalAlign === 'bottom' ? 'end' : 'middle'
}

const ARROWHEADS: ReadonlyMap<string, TLArrowShapeArrowheadStyle> = new Map([
  ['arrow', 'arrow'],
  ['bar', 'bar'],
  ['dot', 'dot'],
  ['circle', 'dot'],
  ['circle_outline', 'dot'],
  ['triangle', 'triangle'],
  ['triangle_outline', 'triangle'],
  ['diamond', 'diamond'],
  ['diamond_outline', 'diamond'],
])

/** Undefined for a head that tldraw does not have. */
export function arrowheadOf(head: string | null | undefined): TLArrowShapeArrowheadStyle | undefined {
  return head === null || head === undefined ? 'none' : ARROWHEADS.get(head)
}

/** What was written, without the line breaks that Excalidraw puts in to make it fit. */
export function writtenIn(element: SceneElement): string {
  return (element.originalText ?? element.text ?? '').trim()
}

export function richTextOf(text: string) {
  return toRichText(text)
}
