import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { LENGTHS, LEVELS, type Length, type Level } from '@drawbar/shared/question/level.ts'

/** What an interview is started with. */
export interface StartChoice {
  readonly questionId: string
  readonly level: Level
  readonly minutes: Length
  readonly hostName: string
}

/** The wished level where the question is asked at it, else the nearest one it is asked at, the higher of two. */
export function fittingLevel(wished: Level, question: CatalogueEntry | null): Level {
  return nearest(wished, LEVELS, question?.levels ?? LEVELS)
}

/** The wished length where the question has it, else the nearest one it has, the longer of two. */
export function fittingLength(wished: Length, question: CatalogueEntry | null): Length {
  return nearest(wished, LENGTHS, question?.minutes ?? LENGTHS)
}

function nearest<T>(wished: T, scale: readonly T[], offered: readonly T[]): T {
  const distance = (value: T): number => Math.abs(scale.indexOf(value) - scale.indexOf(wished))
  const byNearness = offered.toSorted(
    (a, b) => distance(a) - distance(b) || scale.indexOf(b) - scale.indexOf(a),
  )
  return byNearness[0] ?? wished
}
