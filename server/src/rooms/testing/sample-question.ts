import { questionSchema, type Question } from '@drawbar/shared/question/question.ts'

/** A small but whole question; `canary` stands in every field only interviewers may see. */
export function sampleQuestion(canary = 'kept private'): Question {
  const hints = { nudge: `${canary} nudge`, pointer: `${canary} pointer`, giveAway: `${canary} give-away` }
  return questionSchema.parse({
    id: 'url-shortener',
    title: 'URL shortener',
    kind: 'design',
    summary: 'Short links that lead to long ones.',
    topics: ['storage'],
    levels: ['mid', 'senior', 'staff'],
    minutes: [35, 45, 60],
    prompt: 'Design a service that shortens links.',
    requirements: { functional: [canary], nonFunctional: [canary], scale: [canary], outOfScope: [canary] },
    brief: {
      intent: canary,
      deepDives: [
        { title: canary, why: canary },
        { title: canary, why: canary },
      ],
      rabbitHoles: [canary],
      say: { open: canary, steer: canary, close: canary },
      answers: { weak: canary, fair: canary, good: canary, excellent: canary },
    },
    framework: [1, 2, 3].map((n) => ({ step: `${canary} ${n}`, detail: canary })),
    keyPoints: [canary, canary, canary],
    terms: [{ term: canary, meaning: canary }],
    mistakes: [canary, canary],
    followUps: ['hot-key', 'expiry', 'abuse'].map((id) => ({
      id,
      question: `About ${id}?`,
      hints,
      goodAnswer: canary,
    })),
    checklist: Array.from({ length: 8 }, (_, n) => ({
      id: `item-${n + 1}`,
      dimension: 'depth',
      text: canary,
      mid: canary,
      senior: canary,
      staff: canary,
    })),
    constraints: ['traffic', 'region', 'budget', 'team'].map((id) => ({
      id,
      title: `Card ${id}`,
      card: `Suddenly: ${id}.`,
      goodAdaptation: canary,
    })),
    estimation: {
      inputs: [{ id: 'users', name: canary, unit: 'people', value: 10, low: 1, high: 100 }],
      results: [{ id: 'load', name: canary, unit: 'per second', expression: 'users * 2', why: canary }],
    },
    references: [],
    phases: {},
    notes: [canary],
  })
}
