/** The three faces a card is set in: tldraw's own sans and mono, which every page loads with the board. */
export type Face = 'text' | 'strong' | 'code'

/**
 * Advance widths of U+0020 to U+007E in thousandths of an em: IBM Plex Sans Medium and Bold as shipped with
 * `@tldraw/assets` 3.15.6, without kerning. IBM Plex Mono has 600 throughout.
 */
const TEXT = [
  236, 298, 451, 678, 599, 947, 707, 253, 336, 336, 514, 600, 290, 401, 290, 417, 600, 600, 600, 600, 600,
  600, 600, 600, 600, 600, 310, 310, 600, 600, 600, 487, 896, 662, 659, 634, 683, 593, 570, 705, 714, 416,
  531, 660, 513, 814, 714, 712, 627, 712, 655, 598, 577, 686, 628, 926, 639, 617, 591, 325, 417, 325, 600,
  561, 600, 549, 592, 510, 592, 556, 340, 537, 580, 265, 265, 547, 285, 882, 580, 564, 592, 592, 383, 494,
  365, 580, 512, 799, 530, 514, 487, 354, 353, 356, 600,
] as const
const STRONG = [
  236, 320, 493, 632, 601, 974, 721, 268, 338, 338, 601, 600, 310, 403, 310, 460, 600, 600, 600, 600, 600,
  600, 600, 600, 600, 600, 330, 330, 600, 600, 600, 500, 903, 685, 667, 651, 697, 607, 585, 719, 724, 432,
  559, 696, 530, 819, 724, 714, 656, 714, 674, 624, 584, 694, 650, 973, 673, 649, 607, 334, 460, 334, 600,
  556, 600, 569, 608, 517, 608, 562, 361, 552, 596, 286, 286, 577, 303, 894, 596, 564, 608, 608, 404, 504,
  383, 596, 538, 841, 560, 534, 518, 372, 402, 372, 600,
] as const
const CODE_WIDTH = 600

/** Places where a line may end: after spaces; in code also after what joins words there. */
const WORD_BREAKS = /(?<= )(?=[^ ])/
const CODE_BREAKS = /(?<=[ /_.,:;?&=(-])(?=[^ /_.,:;?&=(-])/

/** Letters of other scripts and signs: wider than nearly all of them. */
const OTHER = 720
const VERY_WIDE = 1100

/** Width of a text on one line, page px. Never less than what a browser draws for Latin text. */
export function textWidth(text: string, face: Face, size: number): number {
  let width = 0
  for (const character of text) width += characterWidth(character, face)
  return (width * size) / 1000
}

/**
 * A text in lines that are no wider than `width`, broken after spaces (in code also after slashes and the like), or
 * anywhere in a word that alone is too wide. The empty text is one empty line. The lines put together are the text without its line breaks.
 *
 * @param width page px
 * @param size of the font, page px
 */
export function wrapText(text: string, face: Face, size: number, width: number): readonly string[] {
  const breaks = face === 'code' ? CODE_BREAKS : WORD_BREAKS
  return text.split('\n').flatMap((line) => wrapLine(line.split(breaks), face, (width * 1000) / size, false))
}

/**
 * A text without line breaks in lines as `wrapText`, in every face broken after spaces only, and a word that fits no line
 * begins one of its own: as a browser sets it in a field.
 */
export function wrapWords(text: string, face: Face, size: number, width: number): readonly string[] {
  return wrapLine(text.split(WORD_BREAKS), face, (width * 1000) / size, true)
}

/** `room` is in thousandths of an em. */
function wrapLine(
  pieces: readonly string[],
  face: Face,
  room: number,
  isLongAlone: boolean,
): readonly string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of pieces) {
    const needed = piecesWidth(piece.trimEnd(), face)
    // A word that fits no line goes on where it is, unless it is to be alone.
    if (line !== '' && used + needed > room && (isLongAlone || needed <= room)) {
      lines.push(line)
      line = ''
      used = 0
    }
    for (const character of piece) {
      const advance = characterWidth(character, face)
      // Spaces hang over the edge.
      if (line !== '' && character !== ' ' && used + advance > room) {
        lines.push(line)
        line = ''
        used = 0
      }
      line += character
      used += advance
    }
  }
  return [...lines, line]
}

function piecesWidth(text: string, face: Face): number {
  let width = 0
  for (const character of text) width += characterWidth(character, face)
  return width
}

function characterWidth(character: string, face: Face): number {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x20 && code < 0x7f) {
    if (face === 'code') return CODE_WIDTH
    return (face === 'text' ? TEXT : STRONG)[code - 0x20] ?? OTHER
  }
  // From Hangul and CJK on characters fill a square; so do most pictures. Щ, Ж and the long dashes are wide letters.
  if (code >= 0x1100)
    return code >= 0x2000 && code < 0x2014 ? OTHER : code < 0x2190 && code > 0x2014 ? 900 : VERY_WIDE
  if (code >= 0x0400 && code < 0x0530) return face === 'code' ? CODE_WIDTH : VERY_WIDE
  return face === 'code' ? CODE_WIDTH : OTHER
}
