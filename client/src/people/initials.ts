/** One or two letters that stand for a name: of its first and its last word. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return [first, last]
    .map((word) => (word ? firstLetter(word) : ''))
    .join('')
    .toUpperCase()
}

// A letter may be several code units, and several code points: a person's own script decides.
function firstLetter(word: string): string {
  const [segment] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)
  return segment?.segment ?? ''
}
