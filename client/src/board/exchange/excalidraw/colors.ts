import type { TLDefaultColorStyle } from 'tldraw'

/** tldraw's colours on a light ground, as near as a fixed palette comes. */
const HEX: { readonly [Color in TLDefaultColorStyle]: string } = {
  black: '#1e1e1e',
  grey: '#868e96',
  'light-violet': '#da77f2',
  violet: '#9c36b5',
  blue: '#1971c2',
  'light-blue': '#4dabf7',
  yellow: '#fab005',
  orange: '#e8590c',
  green: '#2f9e44',
  'light-green': '#69db7c',
  'light-red': '#ff8787',
  red: '#e03131',
  white: '#ffffff',
}

export function hexOf(color: TLDefaultColorStyle): string {
  return HEX[color]
}

/** Names that Excalidraw itself lets people type. */
const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  orange: '#ffa500',
  yellow: '#ffff00',
  purple: '#800080',
  violet: '#800080',
  gray: '#808080',
  grey: '#808080',
}

export function isTransparent(color: string): boolean {
  return color === 'transparent' || color === '' || /^#[0-9a-f]{6}00$/i.test(color)
}

/** The colour of tldraw's that comes nearest: the same hue first, then as light. Black for what is no colour. */
export function nearestColor(text: string): TLDefaultColorStyle {
  const rgb = rgbOf(NAMED[text.toLowerCase()] ?? text)
  if (!rgb) return 'black'
  const { hue, saturation, lightness } = hslOf(rgb)
  if (saturation < 0.12 || lightness < 0.08 || lightness > 0.985) {
    if (lightness > 0.97) return 'white'
    return lightness > 0.3 ? 'grey' : 'black'
  }
  const isLight = lightness > 0.62
  if (hue < 18 || hue >= 325) return isLight ? 'light-red' : 'red'
  if (hue < 40) return isLight ? 'yellow' : 'orange'
  if (hue < 65) return 'yellow'
  if (hue < 175) return isLight ? 'light-green' : 'green'
  if (hue < 250) return isLight || (hue < 200 && lightness > 0.5) ? 'light-blue' : 'blue'
  return isLight ? 'light-violet' : 'violet'
}

type Rgb = readonly [number, number, number]

function rgbOf(text: string): Rgb | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text)
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?$/i.exec(text)
  const digits = short ? short.slice(1).map((digit) => digit + digit) : long?.slice(1)
  const [r, g, b] = digits?.map((pair) => Number.parseInt(pair, 16) / 255) ?? []
  return r === undefined || g === undefined || b === undefined ? undefined : [r, g, b]
}

function hslOf([r, g, b]: Rgb): { hue: number; saturation: number; lightness: number } {
  const max = Math.max(r, g, b)
  const min = Math.min(r, g, b)
  const range = max - min
  const lightness = (max + min) / 2
  if (range === 0) return { hue: 0, saturation: 0, lightness }
  const sector = max === r ? ((g - b) / range + 6) % 6 : max === g ? (b - r) / range + 2 : (r - g) / range + 4
  return { hue: sector * 60, saturation: range / (1 - Math.abs(2 * lightness - 1)), lightness }
}
