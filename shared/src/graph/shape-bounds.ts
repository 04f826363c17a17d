import type { TLShape } from '@tldraw/tlschema'
import type { Placement } from '../board/page-transform.ts'
import type { Bounds } from './board-graph.ts'
import { plainText } from './plain-text.ts'

/** tldraw's: the side of a note, and its text sizes and line height. Px. */
const NOTE_SIDE = 200
const FONT_SIZES: Readonly<Record<string, number>> = { s: 18, m: 24, l: 36, xl: 44 }
const LINE_HEIGHT = 1.35
/** How wide a letter is to its height, on average: a browser alone could measure it. */
const LETTER_WIDTH = 0.55

/**
 * A shape's bounds as if it were turned upright about its middle, page px. A text's are estimated, as its size is not
 * in the document.
 */
export function boundsOf(shape: TLShape, { x, y, rotation }: Placement): Bounds {
  const { w, h } = sizeOf(shape)
  const cos = Math.cos(rotation)
  const sin = Math.sin(rotation)
  return {
    x: tidy(x + (cos * w - sin * h - w) / 2),
    y: tidy(y + (sin * w + cos * h - h) / 2),
    w,
    h,
  }
}

function sizeOf(shape: TLShape): { readonly w: number; readonly h: number } {
  const props: Readonly<Record<string, unknown>> = { ...shape.props }
  const scale = numberOr(1, props.scale)
  const grown = numberOr(0, props.growY)
  switch (shape.type) {
    case 'note':
      return { w: NOTE_SIDE * scale, h: (NOTE_SIDE + grown) * scale }
    case 'text':
      return textSize(props, scale)
    default:
      return { w: numberOr(1, props.w), h: numberOr(1, props.h) + grown }
  }
}

function textSize(props: Readonly<Record<string, unknown>>, scale: number) {
  const letter = (FONT_SIZES[String(props.size)] ?? 24) * scale
  const lines = plainText(props.richText).split('\n')
  const widest = Math.max(...lines.map(({ length }) => length), 1) * letter * LETTER_WIDTH
  return {
    w: props.autoSize === true ? widest : numberOr(widest, props.w) * scale,
    h: lines.length * letter * LINE_HEIGHT,
  }
}

function numberOr(fallback: number, value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback
}

/** Turning and turning back leaves noise in the last digits, which would change the order of equals. */
function tidy(value: number): number {
  return Math.round(value * 1000) / 1000
}
