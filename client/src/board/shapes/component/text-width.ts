/** Advance widths of the canvas's bold sans font, in thousandths of its size, for the characters of ASCII. */
const WIDTHS: readonly (readonly [number, string])[] = [
  [236, ' '],
  [290, "'ijl,.!"],
  [340, ':;[]()'],
  [395, 'ft{}|-r'],
  [460, 'I/\\"'],
  [515, '?scz'],
  [540, 'Lyv_gJ'],
  [569, 'xeoak'],
  [600, 'TFhnu+0123456789<=>^`~$*'],
  [624, 'EZbdpqS#'],
  [665, 'YVCPBX'],
  [700, 'RAUKD'],
  [724, 'OQG&HN'],
  [841, 'Mw'],
  [974, 'm@W%'],
]

const BY_CHARACTER = new Map(
  WIDTHS.flatMap(([width, characters]) => characters.split('').map((c) => [c, width])),
)

const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u

/**
 * Width of a line in the canvas's bold sans font at 1 px, in px. An estimate on the wide side that needs neither a
 * page nor a loaded font, so that everybody's board comes to the same size.
 */
export function textWidth(text: string): number {
  let sum = 0
  for (const character of text) sum += BY_CHARACTER.get(character) ?? (WIDE.test(character) ? 1000 : 640)
  return sum / 1000
}
