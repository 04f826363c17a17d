import { kindOf } from '@drawbar/shared/components/component-kinds.ts'
import type { QuestionCheck } from './check.ts'

export const componentKinds: QuestionCheck = {
  name: 'component-kinds',
  description:
    'Each box of a flowchart carries a known component kind as its class, so that it can be drawn.',
  advice: "Use a kind of shared/src/components/kinds/, or 'service' where none fits.",
  run(question) {
    const charts = [
      ...question.references.map(({ flowchart }, at) => ({
        path: ['references', at, 'flowchart'],
        flowchart,
      })),
      ...(question.starter
        ? [{ path: ['starter', 'flowchart'], flowchart: question.starter.flowchart }]
        : []),
    ]
    return charts.flatMap(({ path, flowchart }) =>
      [...flowchart.matchAll(/:::([\w-]+)/g)].flatMap(([, kind = '']) =>
        kindOf(kind) === undefined ? [{ path, reason: `'${kind}' is not a component kind` }] : [],
      ),
    )
  },
}
