import { kindOf } from '@drawbar/shared/components/component-kinds.ts'
import type { ReadDiagram } from './diagrams.ts'
import type { LintCheck } from './lint-check.ts'

export function boxesHaveKinds(read: ReadDiagram): LintCheck {
  return {
    name: 'boxes-have-kinds',
    description:
      'Each box of a reference design and of a starter board stands for a kind of component, so that a board can be compared with it.',
    advice: 'Write the kind behind the box, as in lb["Load balancer"]:::load-balancer.',
    async run(question) {
      const flowcharts: { path: (string | number)[]; flowchart: string }[] = question.references.map(
        ({ flowchart }, at) => ({ path: ['references', at, 'flowchart'], flowchart }),
      )
      if (question.starter) {
        flowcharts.push({ path: ['starter', 'flowchart'], flowchart: question.starter.flowchart })
      }
      const problems = await Promise.all(
        flowcharts.map(async ({ path, flowchart }) => {
          const diagram = await read(flowchart)
          if (!diagram.ok) return []
          return diagram.boxes
            .filter(({ classes }) => !classes.some((name) => kindOf(name) !== undefined))
            .map(({ id }) => ({ path, reason: `the box '${id}' has no kind` }))
        }),
      )
      return problems.flat()
    },
  }
}
