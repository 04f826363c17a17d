/** Width of a text in px. */
export type Measure = (text: string) => number

/** Where a line may break: after spaces and hyphens, and around the characters of scripts without spaces. */
const PIECES =
  /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]|[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff-]*-+|[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff-]+|\s+/gu

/** A text as the browser would break it: at most `most` lines within `width`, the last with an ellipsis if there is more. */
export function wrapText(text: string, width: number, most: number, measure: Measure): readonly string[] {
  const lines = allLines(text, width, measure)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), ended(charactersOf(lines[most - 1] ?? ''), width, measure)]
}

/** The longest beginning of a text that fits with an ellipsis behind it. */
export function cutText(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text
  return ended(charactersOf(text), width, measure)
}

/** What a reader takes for one character, so that no accent or emoji is cut. */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function charactersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

function ended(characters: string[], width: number, measure: Measure): string {
  while (characters.length > 0 && measure(`${characters.join('').trimEnd()}…`) > width) characters.pop()
  return `${characters.join('').trimEnd()}…`
}

/** Whether each word of a text fits into a line, so that none is broken. */
export function everyWordFits(text: string, width: number, measure: Measure): boolean {
  return (text.match(PIECES) ?? []).every((piece) => measure(piece.trim()) <= width)
}

function allLines(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.trim().match(PIECES) ?? []) {
    if (measure((line + piece).trimEnd()) <= width) {
      line += piece
      continue
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = ''
    for (const character of charactersOf(piece.trimStart())) {
      if (line !== '' && measure(line + character) > width) {
        lines.push(line)
        line = ''
      }
      line += character
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}
