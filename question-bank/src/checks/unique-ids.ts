import type { Question } from '@drawbar/shared/question/question.ts'
import type { FieldPath } from '../finding.ts'
import type { Problem, QuestionCheck } from './check.ts'

type Named = { readonly id: string; readonly path: FieldPath }

export const uniqueIds: QuestionCheck = {
  name: 'unique-ids',
  description: 'Events name follow-ups, checklist items, cards and phases by id, so an id is used once.',
  advice: 'Give one of the two another id.',
  run(question) {
    const groups = [
      named(question.followUps, 'followUps'),
      named(question.checklist, 'checklist'),
      named(question.constraints, 'constraints'),
      [
        ...named(question.estimation.inputs, 'estimation', 'inputs'),
        ...named(question.estimation.results, 'estimation', 'results'),
      ],
      ...phaseGroups(question),
    ]
    return groups.flatMap(repeated)
  },
}

function phaseGroups(question: Question): Named[][] {
  return Object.entries(question.phases).map(([length, plan]) => named(plan, 'phases', length))
}

function named(items: readonly { readonly id: string }[], ...path: string[]): Named[] {
  return items.map((item, at) => ({ id: item.id, path: [...path, at, 'id'] }))
}

function repeated(group: readonly Named[]): Problem[] {
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const { id, path } of group) {
    if (seen.has(id)) problems.push({ path, reason: `'${id}' is used twice` })
    seen.add(id)
  }
  return problems
}
