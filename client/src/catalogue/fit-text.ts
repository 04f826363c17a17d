import { LENGTHS, LEVEL_NAMES, LEVELS, type Length, type Level } from '@drawbar/shared/question/level.ts'

/** The levels a question is asked at: `All levels`, `Mid`, `Senior and staff`. */
export function levelsText(levels: readonly Level[]): string {
  if (levels.length === LEVELS.length) return 'All levels'
  const names = LEVELS.filter((level) => levels.includes(level)).map((level) => LEVEL_NAMES[level])
  return sentenceCase(names.join(' and '))
}

/** The lengths a question fits: `35 to 60 min`, `45 min`, `35 or 60 min`. */
export function minutesText(minutes: readonly Length[]): string {
  const fitting = LENGTHS.filter((length) => minutes.includes(length))
  if (fitting.length === LENGTHS.length) return `${fitting[0]} to ${fitting.at(-1)} min`
  return `${fitting.join(' or ')} min`
}

function sentenceCase(text: string): string {
  return text.slice(0, 1) + text.slice(1).toLowerCase()
}
