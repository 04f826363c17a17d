import { MAX_LABEL_LENGTH } from '@drawbar/shared/board/shapes/component-shape.ts'

/** Any text as a label or a technology line: breaks become spaces, and what is too long is cut, never inside a pair. */
export function asLine(text: string): string {
  return text
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .slice(0, MAX_LABEL_LENGTH)
    .replace(/[\ud800-\udbff]$/, '')
}
