import type {
  TLDefaultColorStyle,
  TLDefaultDashStyle,
  TLDefaultFillStyle,
  TLDefaultHorizontalAlignStyle,
  TLDefaultSizeStyle,
  TLDefaultVerticalAlignStyle,
} from 'tldraw'
import { hexOf } from '../colors.ts'
import type { Look } from './scene-part.ts'

/** How Excalidraw draws what tldraw says; `element-looks.ts` of the reader is the way back. */

const STROKE_WIDTHS: { readonly [Size in TLDefaultSizeStyle]: number } = { s: 1, m: 2, l: 3, xl: 4 }

export function strokeWidthOf(size: TLDefaultSizeStyle): number {
  return STROKE_WIDTHS[size]
}

/** Of a line, an arrow or the border of a box. */
export function strokeLook(style: {
  readonly color: TLDefaultColorStyle
  readonly dash: TLDefaultDashStyle
  readonly size: TLDefaultSizeStyle
}): Look {
  return { stroke: hexOf(style.color), dash: style.dash, width: strokeWidthOf(style.size) }
}

/** What a box is filled with. */
export function groundLook(fill: TLDefaultFillStyle, color: TLDefaultColorStyle): Look {
  return {
    ground: fill === 'none' ? 'transparent' : fill === 'semi' ? '#ffffff' : hexOf(color),
    fillStyle: fill === 'pattern' ? 'hachure' : 'solid',
  }
}

export type Align = 'left' | 'center' | 'right'
export type VerticalAlign = 'top' | 'middle' | 'bottom'

export function alignOf(align: TLDefaultHorizontalAlignStyle): Align {
  if (align === 'start') return 'left'
  return align === 'end' ? 'right' : 'center'
}

export function verticalAlignOf(align: TLDefaultVerticalAlignStyle): VerticalAlign {
  if (align === 'start') return 'top'
  return align === 'end' ? 'bottom' : 'middle'
}
