/** A part of a text, UTF-16 units: from `start` to before `end`. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

export interface TextMatch {
  /** How well it fits, one of `FIT`: the smaller the better. */
  readonly fit: number
  readonly ranges: readonly TextRange[]
}

/** The ways in which something typed can fit a name, from the best to the worst. */
export const FIT = { whole: 0, beginning: 1, words: 2, inside: 3, typo: 4, twoTypos: 5, letters: 6 } as const

/** A text made ready to be compared. */
export interface ReadyText {
  /** In small letters and without accents, unit for unit as long as the original, so that ranges fit it. */
  readonly text: string
  /** Only the letters and digits of it. */
  readonly plain: string
  /** Where in `text` each unit of `plain` stands. */
  readonly places: readonly number[]
  readonly words: readonly { readonly text: string; readonly start: number }[]
}

const LETTER = /[\p{L}\p{N}]/u
const WORD = /[\p{L}\p{N}]+/gu

export function readyText(original: string): ReadyText {
  const units = Array.from({ length: original.length }, (_, at) => smallLetter(original.charAt(at)))
  const text = units.join('')
  const places = units.flatMap((unit, at) => (LETTER.test(unit) ? [at] : []))
  return {
    text,
    plain: places.map((at) => text.charAt(at)).join(''),
    places,
    words: [...text.matchAll(WORD)].map((found) => ({ text: found[0], start: found.index })),
  }
}

function smallLetter(unit: string): string {
  const folded = unit.normalize('NFD').charAt(0).toLowerCase()
  return folded.length === 1 ? folded : unit
}

/**
 * How a query fits a name as it is written; undefined when it does not.
 *
 *     whole      it is the name, spaces and punctuation aside: "node js" is "Node.js"
 *     beginning  the name begins with it
 *     words      each of its words begins a word of the name, in any order
 *     inside     it stands in the name; from two letters on
 */
export function matchText(query: ReadyText, name: ReadyText): TextMatch | undefined {
  if (query.plain === '') return undefined
  const at = name.plain.indexOf(query.plain)
  const range = rangeOf(name, at, at + query.plain.length)
  if (at === 0) return { fit: name.plain === query.plain ? FIT.whole : FIT.beginning, ranges: [range] }
  const words = matchWords(query, name)
  if (words !== undefined) return { fit: FIT.words, ranges: words }
  return at > 0 && query.plain.length >= INSIDE_FROM ? { fit: FIT.inside, ranges: [range] } : undefined
}

/**
 * How a query fits a name if it was typed in haste; undefined when it does not.
 *
 *     typo       one letter is wrong, missing, too many or swapped with the next, in a beginning of the name or of one of
 *                its words; from four letters on
 *     twoTypos   two such mistakes; from eight letters on
 *     letters    its letters follow each other in the name, the first one first and not too far apart; from three on
 */
export function guessText(query: ReadyText, name: ReadyText): TextMatch | undefined {
  return matchWithMistakes(query.text, name) ?? matchLetters(query.plain, name)
}

const INSIDE_FROM = 2
const ONE_MISTAKE_FROM = 4
const TWO_MISTAKES_FROM = 8
const LETTERS_FROM = 3

/** The range of the text that a range of its letters stands for. */
function rangeOf({ places }: ReadyText, start: number, end: number): TextRange {
  return { start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 }
}

function matchWords(query: ReadyText, name: ReadyText): readonly TextRange[] | undefined {
  const left = [...name.words]
  const ranges: TextRange[] = []
  for (const { text } of query.words) {
    const at = left.findIndex((word) => word.text.startsWith(text))
    const [word] = at < 0 ? [] : left.splice(at, 1)
    if (word === undefined) return undefined
    ranges.push({ start: word.start, end: word.start + text.length })
  }
  return ranges.toSorted((a, b) => a.start - b.start)
}

function matchWithMistakes(typed: string, { text, words }: ReadyText): TextMatch | undefined {
  if (typed.length < ONE_MISTAKE_FROM) return undefined
  const allowed = typed.length < TWO_MISTAKES_FROM ? 1 : 2
  let best: { readonly mistakes: number; readonly range: TextRange } | undefined
  for (const { start } of words) {
    const { mistakes, length } = mistakesToBeginning(typed, text.slice(start))
    if (mistakes <= allowed && (best === undefined || mistakes < best.mistakes)) {
      best = { mistakes, range: { start, end: start + length } }
    }
  }
  if (best === undefined) return undefined
  return { fit: best.mistakes <= 1 ? FIT.typo : FIT.twoTypos, ranges: [best.range] }
}

/** The fewest mistakes between what was typed and any beginning of a text, and the longest such beginning. */
function mistakesToBeginning(
  typed: string,
  text: string,
): { readonly mistakes: number; readonly length: number } {
  const width = Math.min(text.length, typed.length + 2)
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: width + 1 }, (_, column) => column)
  for (let i = 1; i <= typed.length; i++) {
    const next = [i]
    for (let j = 1; j <= width; j++) {
      const same = typed[i - 1] === text[j - 1]
      const swapped = i > 1 && j > 1 && typed[i - 1] === text[j - 2] && typed[i - 2] === text[j - 1]
      next.push(
        Math.min(
          (row[j] ?? Infinity) + 1,
          (next[j - 1] ?? Infinity) + 1,
          (row[j - 1] ?? Infinity) + (same ? 0 : 1),
          swapped ? (before[j - 2] ?? Infinity) + 1 : Infinity,
        ),
      )
    }
    before = row
    row = next
  }
  const mistakes = Math.min(...row)
  return { mistakes, length: row.lastIndexOf(mistakes) }
}

function matchLetters(typed: string, name: ReadyText): TextMatch | undefined {
  if (typed.length < LETTERS_FROM || typed.charAt(0) !== name.plain.charAt(0)) return undefined
  const ranges: TextRange[] = []
  let from = 0
  for (const letter of typed) {
    const at = name.plain.indexOf(letter, from)
    if (at < 0 || at > typed.length * 3) return undefined
    const here = rangeOf(name, at, at + 1)
    const last = ranges.at(-1)
    if (last?.end === here.start) ranges.splice(-1, 1, { start: last.start, end: here.end })
    else ranges.push(here)
    from = at + 1
  }
  return { fit: FIT.letters, ranges }
}
