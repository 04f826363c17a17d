import { DefaultFontFamilies } from 'tldraw'
import { textWidth } from './text-width.ts'

let context: CanvasRenderingContext2D | null | undefined

/** Width of a line in the canvas's sans font, page px, as the browser draws it. */
export function canvasTextWidth(text: string, size: number, weight: 'bold' | 'normal'): number {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return textWidth(text) * size
  context.font = `${weight} ${size}px ${DefaultFontFamilies.sans}`
  return context.measureText(text).width
}
