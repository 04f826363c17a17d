import { plainText } from '@drawbar/shared/graph/plain-text.ts'
import type { TLDefaultFontStyle, TLDefaultSizeStyle, TLTextShape } from 'tldraw'
import type { Tally } from '../../tally.ts'
import { hexOf } from '../colors.ts'
import type { Point } from './scene-geometry.ts'
import type { PartSize, ScenePart } from './scene-part.ts'
import { alignOf, type Align, type VerticalAlign } from './shape-looks.ts'

/** Something written, and how. */
export interface Writing {
  readonly text: string
  /** Px. */
  readonly fontSize: number
  readonly font: TLDefaultFontStyle
  readonly align: Align
  readonly vertical: VerticalAlign
  /** `#rrggbb` */
  readonly color: string
}

/** Excalidraw's numbers for the fonts that come nearest. */
const FONT_FAMILIES: { readonly [Font in TLDefaultFontStyle]: number } = {
  draw: 5,
  sans: 2,
  serif: 6,
  mono: 3,
}

/** tldraw's sizes of a text that stands alone, at scale 1, px. */
const FONT_SIZES: { readonly [Size in TLDefaultSizeStyle]: number } = { s: 18, m: 24, l: 36, xl: 44 }

const LINE_HEIGHT = 1.25

/** A text that stands alone; null when there is nothing to read. */
export function textPart({ props }: TLTextShape, tally: Tally): ScenePart | null {
  const text = writtenIn(props.richText, tally)
  if (text.trim() === '') return null
  const writing: Writing = {
    text,
    fontSize: FONT_SIZES[props.size] * props.scale,
    font: props.font,
    align: alignOf(props.textAlign),
    vertical: 'top',
    color: hexOf(props.color),
  }
  const { w, h } = roomFor(text, writing.fontSize)
  const size = { w: props.autoSize ? w : props.w, h }
  return writingPart(writing, { size, containerId: null, autoResize: props.autoSize })
}

/** The element a text is, alone or as somebody's label. */
export function writingPart(
  { text, fontSize, font, align, vertical, color }: Writing,
  place: {
    readonly at?: Point
    readonly size: PartSize
    readonly containerId: string | null
    readonly autoResize: boolean
  },
): ScenePart {
  return {
    type: 'text',
    size: place.size,
    at: place.at,
    look: { stroke: color },
    fields: {
      text,
      originalText: text,
      fontSize,
      fontFamily: FONT_FAMILIES[font],
      lineHeight: LINE_HEIGHT,
      textAlign: align,
      verticalAlign: vertical,
      containerId: place.containerId,
      autoResize: place.autoResize,
    },
  }
}

/** About as much room as a text takes, px: Excalidraw measures it again when somebody touches it. */
export function roomFor(text: string, fontSize: number): { readonly w: number; readonly h: number } {
  const lines = text.split('\n')
  const longest = Math.max(...lines.map(({ length }) => length))
  return { w: Math.max(1, longest * fontSize * 0.55), h: lines.length * fontSize * LINE_HEIGHT }
}

/** What is written in a rich text. Excalidraw knows no bold and no lists, which is told. */
export function writtenIn(richText: unknown, tally: Tally): string {
  if (hasMarks(richText))
    tally.add('formatted text: carried as plain text', 'formatted texts: carried as plain text')
  return plainText(richText)
}

function hasMarks(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if ('marks' in value && Array.isArray(value.marks) && value.marks.length > 0) return true
  return 'content' in value && Array.isArray(value.content) && value.content.some(hasMarks)
}
