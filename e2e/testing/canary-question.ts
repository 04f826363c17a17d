import { phasePlan } from '@drawbar/shared/question/phase-plan.ts'
import { questionSchema, type Question } from '@drawbar/shared/question/question.ts'
import { sampleQuestion } from '@drawbar/shared/testing/sample-question.ts'
import { newCanary, newCanaryId } from './canary.ts'

/** What anyone may know: of the catalogue, and of a presented question. */
export const PUBLIC_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'title',
  'kind',
  'summary',
  'topics',
  'levels',
  'minutes',
  'prompt',
])
/** What is an identifier or arithmetic, and so cannot be any text. */
const NOT_TEXT = new Set(['dimension', 'expression'])

export interface CanaryQuestion {
  readonly question: Question
  /** Each canary by the path of the field it was put into, like `followUps.0.hints.nudge`. */
  readonly canaries: ReadonlyMap<string, string>
}

/** A question with a canary of its own in every text, and in every id, that only interviewers may read. */
export function canaryQuestion(): CanaryQuestion {
  const canaries = new Map<string, string>()
  const watched = phasePlan(45, { kind: 'design', phases: {} }).map((phase) => ({
    ...phase,
    watchFor: 'watch',
  }))
  const { phases: _phases, ...fields } = sampleQuestion()

  function place(path: string, text: string): string {
    canaries.set(path, text)
    return text
  }

  /** A design with a canary beside it and one in each label; labels hold no quotation marks. */
  function chart(path: string): string {
    const [from, to, label] = ['from', 'to', 'label'].map((part) => place(`${path}.${part}`, newCanaryId()))
    return `%% ${place(path, newCanary('chart'))}\nflowchart LR\n  a["${from}"] -->|"${label}"| b[("${to}")]`
  }

  function replaced(value: unknown, path: string, key: string): unknown {
    if (Array.isArray(value)) return value.map((item, index) => replaced(item, `${path}.${index}`, key))
    if (typeof value === 'object' && value !== null) return replacedFields(value, path)
    if (typeof value !== 'string' || NOT_TEXT.has(key)) return value
    if (key === 'id') return isVariable(path) ? value : place(path, newCanaryId())
    if (key === 'flowchart') return chart(path)
    return place(path, newCanary('f'))
  }

  function replacedFields(value: object, path: string): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => {
        const at = path === '' ? key : `${path}.${key}`
        return [key, path === '' && PUBLIC_FIELDS.has(key) ? field : replaced(field, at, key)]
      }),
    )
  }

  const question = questionSchema.parse({
    ...replacedFields(fields, ''),
    phases: {
      45: watched.map((phase, index) => ({
        ...phase,
        watchFor: place(`phases.45.${index}.watchFor`, newCanary('w')),
      })),
    },
  })
  return { question, canaries }
}

/** Ids of estimates are names in its arithmetic. */
function isVariable(path: string): boolean {
  return path.startsWith('estimation.')
}
