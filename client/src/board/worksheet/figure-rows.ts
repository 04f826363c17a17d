import type { Figure } from '@drawbar/shared/question/guide.ts'
import type { PresetRow } from './presets.ts'

/** The guide's words for units that a worksheet writes otherwise. */
const SPELT: Readonly<Record<string, string>> = {
  'per second': '/ s',
  'per day': '/ day',
  factor: '',
  fraction: '',
  times: '',
}

/** A figure of the guide as a row, with its range and what it rests on in the note. */
export function figureRow({ name, value, unit, low, high, basis }: Figure): PresetRow {
  const spelt = Object.hasOwn(SPELT, unit) ? (SPELT[unit] ?? '') : isReadable(unit) ? unit : ''
  const range = low === high ? '' : `${low} to ${high}. `
  const meant = spelt === '' && !Object.hasOwn(SPELT, unit) ? `In ${unit}. ` : ''
  return {
    name: name.length > 60 ? `${name.slice(0, 59)}…` : name,
    expression: `${value} ${spelt}`.trim(),
    note: `Guide: ${range}${meant}${basis}`.slice(0, 500),
  }
}

/** Units of one or two words joined by a slash; others would not be read as one. */
function isReadable(unit: string): boolean {
  return /^[A-Za-zµ]+(?:\/[A-Za-z]+)*$/.test(unit)
}

/** Figures whose name, unit or basis has every word that is looked for. */
export function findFigures(figures: readonly Figure[], wanted: string): readonly Figure[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  return figures.filter(({ name, unit, group, basis }) => {
    const text = `${name} ${unit} ${group} ${basis}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
