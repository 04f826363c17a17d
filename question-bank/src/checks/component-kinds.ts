import { isComponentKind } from '../component-kind.ts'
import type { QuestionCheck } from './check.ts'

export const componentKinds: QuestionCheck = {
  name: 'component-kinds',
  description:
    'Each box of a flowchart carries a known component kind as its class, so that it can be drawn.',
  advice: "Use a kind of question-bank/src/component-kind.ts, or 'service' where none fits.",
  run(question) {
    return question.references.flatMap((reference, at) =>
      [...reference.flowchart.matchAll(/:::([\w-]+)/g)].flatMap(([, kind = '']) =>
        isComponentKind(kind)
          ? []
          : [{ path: ['references', at, 'flowchart'], reason: `'${kind}' is not a component kind` }],
      ),
    )
  },
}
