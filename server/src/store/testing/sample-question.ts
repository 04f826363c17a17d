import type { Question } from '@drawbar/shared/question/question.ts'

/** A question with something in every field. */
export function sampleQuestion(): Question {
  const hints = { nudge: 'What grows?', pointer: 'Look at the writes.', giveAway: 'Split by key.' }
  const followUps = ['first', 'second', 'third'].map((id) => ({
    id,
    question: `What about the ${id} part?`,
    hints,
    goodAnswer: 'Names the limit, then moves it.',
  }))
  const checklist = Array.from({ length: 8 }, (_, index) => ({
    id: `item-${index + 1}`,
    dimension: 'depth' as const,
    text: 'Says what happens when a node is lost',
    mid: 'Sees it when asked',
    senior: 'Raises it',
    staff: 'Bounds it',
  }))
  const constraints = ['one', 'two', 'three', 'four'].map((id) => ({
    id,
    title: `Constraint ${id}`,
    card: 'A region is gone.',
    goodAdaptation: 'Fails over and says what is lost.',
  }))
  return {
    id: 'parcel-lockers',
    title: 'Parcel lockers',
    kind: 'design',
    summary: 'Reserving scarce things, exactly once',
    topics: ['storage', 'consistency'],
    levels: ['mid', 'senior', 'staff'],
    minutes: [35, 45, 60],
    prompt: 'Design the system behind the lockers on the corner. “Ünïcode” and 🔐 stay as they are.',
    requirements: {
      functional: ['Open a door'],
      nonFunctional: ['Never two'],
      scale: ['1 M doors'],
      outOfScope: [],
    },
    brief: {
      intent: 'Holds and expiry.',
      deepDives: [
        { title: 'Holds', why: 'They end.' },
        { title: 'Doors offline', why: 'They are.' },
      ],
      rabbitHoles: ['Hardware'],
      say: { open: 'Let us begin.', steer: 'And the door?', close: 'Thank you.' },
      answers: { weak: 'A table.', fair: 'A lock.', good: 'A lease.', excellent: 'A lease and its proof.' },
    },
    framework: ['Scope', 'Data', 'Failure'].map((step) => ({ step, detail: 'In a few words.' })),
    keyPoints: ['A hold expires', 'A door can be offline', 'Money comes last'],
    terms: [{ term: 'Lease', meaning: 'A hold with an end' }],
    mistakes: ['A lock without an end', 'One clock for all'],
    followUps,
    checklist,
    constraints,
    estimation: {
      inputs: [
        { id: 'doors', name: 'Doors', unit: 'doors', value: 1_000_000, low: 100_000, high: 5_000_000 },
      ],
      results: [
        { id: 'opens', name: 'Openings', unit: 'per day', expression: 'doors * 2', why: 'In and out' },
      ],
    },
    references: [{ title: 'Leases', when: 'Doors are online.', flowchart: 'flowchart LR\n  a --> b' }],
    phases: {},
    notes: [],
  }
}
