const TOKEN =
  /\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?![\d])(?:\.\d+)?|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3}(?![\p{L}\d]))?|[\p{L}µ][\p{L}\p{N}µ]*|\S/gu

/** Signs that mean one that is on every keyboard. */
const SIGNS: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  '⋅': '*',
  '÷': '/',
  '−': '-',
  '–': '-',
}

/** Numbers, words and signs of an expression or of a name, so that a name is found where it is used. */
export function tokensOf(text: string): readonly string[] {
  return (text.replaceAll('_', ' ').match(TOKEN) ?? []).map((token) => SIGNS[token] ?? token)
}
