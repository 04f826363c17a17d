import type { ComponentTrait } from '../../components/component-kind.ts'
import { titleOf } from '../../components/component-kinds.ts'
import type { GraphComponent } from '../../graph/board-graph.ts'
import { nearestCounterparts } from '../counterparts.ts'
import type { CoverageRule } from '../finding.ts'
import { kindOfPart, partHas } from '../kind-of-part.ts'
import { nameOf } from '../names.ts'

/** What the nearest accepted design has, the board has too, in its own way. */
export const referenceCounterpart: CoverageRule = {
  id: 'reference-counterpart',
  title: 'Beside the reference design',
  sees: (graph, { reference }) =>
    nearestCounterparts(graph, reference).map(({ reference: wanted, own }) =>
      own === null
        ? {
            state: 'not-seen',
            shapeIds: [],
            text: `The reference has ${described(wanted)}; nothing on the board stands for it.`,
            probe: openQuestion(wanted),
          }
        : {
            state: 'seen',
            shapeIds: [own.id],
            text: `${nameOf(own)} stands for ${described(wanted)} of the reference.`,
            probe: `What made you choose ${nameOf(own)}, and what would make you choose otherwise?`,
          },
    ),
}

function described(wanted: GraphComponent): string {
  const kind = kindOfPart(wanted)
  const name = `"${nameOf(wanted)}"`
  return kind === null || titleOf(kind) === wanted.label ? name : `${name} (${titleOf(kind)})`
}

/** Questions that lead there without naming it: they are asked aloud. The first that fits is used. */
const QUESTIONS: readonly (readonly [trait: ComponentTrait, question: string])[] = [
  ['source', 'Who else uses this, and from what kind of device?'],
  ['cache', 'What is read again and again, and where does it come from each time?'],
  ['store', 'Which data outlives a request, who keeps it, and in which shape is it asked for?'],
  ['buffer', 'Which work need not be finished before the answer, and where does it wait?'],
  ['balancer', 'How does a request find a machine that has time for it?'],
  ['entry', 'What happens to a request between the device and the first line of your code?'],
  ['outside', 'What would you rather not build yourself, and who has it?'],
  ['helper', 'Who runs this at night, and what do they need for it?'],
  ['compute', 'Which step of the way is not drawn yet, and what does it do?'],
]

function openQuestion(wanted: GraphComponent): string {
  const fitting = QUESTIONS.find(([trait]) => partHas(wanted, trait))
  return fitting?.[1] ?? 'Which part of the way have we not talked about yet?'
}
