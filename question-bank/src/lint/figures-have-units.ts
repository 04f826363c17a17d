import { evaluateEstimation } from '@drawbar/shared/question/estimate.ts'
import type { Problem } from '../checks/check.ts'
import type { LintCheck } from './lint-check.ts'

const NUMBER = String.raw`\d+(?:[., \u00A0\u202F]\d+)*`
const TIME_OF_DAY = /\b\d{1,2}:\d\d\b/g
/** Numbers joined to a range or a list share the unit after the last one. */
const FIGURES = new RegExp(
  String.raw`(?<![\w.-])${NUMBER}(?:\s*(?:,|/|x|to|and|or|by|-|–|(?:, and))\s*${NUMBER})*`,
  'g',
)

/** The most that a share may be, by its unit. */
const MOST: Record<string, number> = { fraction: 1, '%': 100 }

export const figuresHaveUnits: LintCheck = {
  name: 'figures-have-units',
  description: 'A figure says what it counts; a share stays within its whole.',
  advice: 'Write the unit, or what is counted, after the number.',
  run(question) {
    return [
      ...question.requirements.scale.flatMap((text, at) =>
        bareFigures(text).map((figure) => ({
          path: ['requirements', 'scale', at],
          reason: `'${figure}' has no unit`,
        })),
      ),
      ...question.estimation.inputs.flatMap(({ unit, high }, at) =>
        tooLarge(unit, high, ['estimation', 'inputs', at, 'high']),
      ),
      ...results(question.estimation),
    ]
  },
}

function results(estimation: Parameters<typeof evaluateEstimation>[0]): Problem[] {
  const outcome = evaluateEstimation(estimation)
  if (!outcome.ok) return []
  return outcome.results.flatMap(({ unit, high }, at) =>
    tooLarge(unit, high, ['estimation', 'results', at, 'expression']),
  )
}

function tooLarge(unit: string, high: number, path: Problem['path']): Problem[] {
  const most = MOST[unit]
  if (most === undefined || high <= most * (1 + Number.EPSILON)) return []
  return [{ path, reason: `reaches ${high} where the unit '${unit}' ends at ${most}` }]
}

function bareFigures(text: string): string[] {
  const figures = text.replaceAll(TIME_OF_DAY, 'then')
  return [...figures.matchAll(FIGURES)].flatMap((match) => {
    const before = figures.slice(0, match.index)
    const after = figures.slice(match.index + match[0].length)
    const counted = /^\s*[\p{L}%°*]/u.test(after) || /^-\p{L}/u.test(after) || /[$€£]\s*$/.test(before)
    return counted ? [] : [match[0]]
  })
}
