import { designOf } from '../design.ts'
import { isExpected } from '../expectations.ts'
import type { CoverageRule } from '../finding.ts'
import { idsOf, listNames } from '../names.ts'

const WORDS = [
  'monitor',
  'monitors',
  'monitoring',
  'monitored',
  'metric',
  'metrics',
  'alert',
  'alerts',
  'alerting',
  'observability',
  'tracing',
  'dashboard',
  'dashboards',
  'watches',
  'slo',
]

/** Something watches the design where the question expects it. */
export const monitoring: CoverageRule = {
  id: 'monitoring',
  title: 'Something watches',
  sees: (graph, { expects }) => {
    const watchers = designOf(graph).ofKind('monitoring')
    if (watchers.length > 0) {
      return [
        {
          state: 'seen',
          shapeIds: idsOf(watchers),
          text: `${listNames(watchers)} watches.`,
          probe: 'Which figure would wake somebody at night, and what would they do first?',
        },
      ]
    }
    if (graph.components.length === 0 || !isExpected(expects, WORDS)) return []
    return [
      {
        state: 'not-seen',
        shapeIds: [],
        text: 'Nothing watches the system.',
        probe: 'How do you learn that this is failing before a customer tells you?',
      },
    ]
  },
}
