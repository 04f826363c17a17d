import { TAG_END, TAG_START } from './clean-source.ts'

const BREAK = new RegExp(String.raw`${TAG_START}/?br\s*/?${TAG_END}|\\n|\r?\n`, 'gi')
/** Tags that change the looks of what they stand around and nothing else. */
const LOOKS = new RegExp(
  String.raw`${TAG_START}/?(?:b|big|center|code|div|em|font|i|p|s|small|span|strong|sub|sup|u)(?:\s[^${TAG_END}]*)?${TAG_END}`,
  'gi',
)
/** Mermaid writes `#9829;` and `#quot;` in this way before it parses. */
const ENTITY = /ﬂ°(°?)([+\w]*)¶ß|&(#?)(\w+);/g
const ICON = /(^|\s)fa[a-z]?:fa-[\w-]+\s?/g

/** What a label says, line by line: HTML stays the text it is, without the tags that only change its looks. */
export function labelLines(raw: string, isMarkdown: boolean): string[] {
  return raw
    .replaceAll(BREAK, '\n')
    .replaceAll(LOOKS, '')
    .replaceAll(ICON, '$1')
    .split('\n')
    .map((line) =>
      decoded(isMarkdown ? withoutMarkdown(line) : line)
        .replaceAll(TAG_START, '<')
        .replaceAll(TAG_END, '>')
        .trim(),
    )
}

export function labelText(raw: string, isMarkdown = false): string {
  return labelLines(raw, isMarkdown)
    .filter((line) => line !== '')
    .join(' ')
}

/** Whether a label has looks of its own that are not kept. */
export function hasLooks(raw: string, isMarkdown: boolean): boolean {
  return raw.search(LOOKS) !== -1 || raw.search(ICON) !== -1 || (isMarkdown && withoutMarkdown(raw) !== raw)
}

function withoutMarkdown(text: string): string {
  return text
    .replaceAll(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replaceAll(/(?<![\w*])([*_])(?=\S)(.+?)(?<=\S)\1(?![\w*])/g, '$2')
}

function decoded(text: string): string {
  return text.replaceAll(ENTITY, (whole, isNumber: string, code: string, isHash: string, word: string) => {
    if (code !== undefined) return isNumber === '' ? named(code, `#${code};`) : point(Number(code), whole)
    if (isHash === '') return named(word, whole)
    return point(/^x/i.test(word) ? Number.parseInt(word.slice(1), 16) : Number(word), whole)
  })
}

function point(code: number, otherwise: string): string {
  return Number.isInteger(code) && code >= 32 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : otherwise
}

/** A browser knows all names of characters. Nothing but letters and digits is ever put in here. */
function named(name: string, otherwise: string): string {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) {
    const hex = /^x([0-9a-f]+)$/i.exec(name)?.[1]
    return hex === undefined ? otherwise : point(Number.parseInt(hex, 16), otherwise)
  }
  const area = document.createElement('textarea')
  area.innerHTML = `&${name};`
  return area.value === `&${name};` ? otherwise : area.value
}
