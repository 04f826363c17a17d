import type { Question } from '@drawbar/shared/question/question.ts'
import { Lines, Named } from './parts.tsx'

/** What the four lists are called: a told story has no functional requirements. */
const NAMES = {
  design: {
    functional: 'Functional',
    nonFunctional: 'Non-functional',
    scale: 'Scale',
    outOfScope: 'Out of scope',
  },
  experience: {
    functional: 'What the story holds',
    nonFunctional: 'What makes it a good one',
    scale: 'How large the case is',
    outOfScope: 'Left aside',
  },
} as const

/** What is told when the candidate asks, in four lists. */
export function Requirements({ question }: { readonly question: Question }) {
  const { kind, requirements } = question
  const names = NAMES[kind]
  return (
    <>
      {(['functional', 'nonFunctional', 'scale', 'outOfScope'] as const).map((list) =>
        requirements[list].length === 0 ? null : (
          <Named key={list} title={names[list]}>
            <Lines items={requirements[list]} />
          </Named>
        ),
      )}
    </>
  )
}
