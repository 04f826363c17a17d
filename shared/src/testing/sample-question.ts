import { questionSchema, type Question } from '../question/question.ts'

/** Stands in the sample's starter board, which nobody but interviewers may receive before the prompt is presented. */
export const STARTER_CANARY = 'starter-canary-51c8'

/**
 * A small question with every field, for tests. `secret` is put into each text only interviewers may read, so that a
 * test can look for it wherever it must not be.
 */
export function sampleQuestion(options: { readonly id?: string; readonly secret?: string } = {}): Question {
  const { id = 'sample-queue', secret = 'secret' } = options
  const hidden = (what: string) => `${what} ${secret}`
  return questionSchema.parse({
    id,
    title: 'A queue for a small shop',
    kind: 'design',
    summary: 'Exercises hand-over between two services that fail at different times.',
    topics: ['queues', 'reliability'],
    levels: ['mid', 'senior'],
    minutes: [35, 45, 60],
    prompt: 'A shop sends a receipt for every order. Design the part that sends them.',
    requirements: {
      functional: [hidden('One receipt an order')],
      nonFunctional: [hidden('Within a minute')],
      scale: [hidden('Ten orders a second')],
      outOfScope: [hidden('Marketing mail')],
    },
    brief: {
      intent: hidden('Sees whether they think of failure first'),
      deepDives: [
        { title: hidden('Retries'), why: hidden('Where duplicates come from') },
        { title: hidden('Ordering'), why: hidden('Usually not needed') },
      ],
      rabbitHoles: [hidden('Which broker')],
      say: {
        open: hidden('Begin where you like'),
        steer: hidden('What if it fails'),
        close: hidden('Sum up'),
      },
      answers: {
        weak: hidden('Sends in the request'),
        fair: hidden('Adds a queue'),
        good: hidden('Makes sending idempotent'),
        excellent: hidden('Bounds the backlog'),
      },
    },
    framework: [1, 2, 3].map((n) => ({ step: hidden(`Step ${n}`), detail: hidden(`Detail ${n}`) })),
    keyPoints: [1, 2, 3].map((n) => hidden(`Point ${n}`)),
    terms: [{ term: hidden('Outbox'), meaning: hidden('A table of things to send') }],
    mistakes: [hidden('No retry'), hidden('Retry for ever')],
    followUps: ['lost', 'twice', 'slow'].map((followUpId) => ({
      id: followUpId,
      question: `What happens when a receipt is ${followUpId}? ${secret}-${followUpId}`,
      hints: {
        nudge: `Think of ${followUpId}. ${secret}-${followUpId}-nudge`,
        pointer: `Look at the queue. ${secret}-${followUpId}-pointer`,
        giveAway: `Use a key. ${secret}-${followUpId}-giveAway`,
      },
      goodAnswer: hidden(`A good answer to ${followUpId}`),
    })),
    checklist: [
      ['asks-scale', 'requirements'],
      ['asks-latency', 'requirements'],
      ['counts-orders', 'numbers'],
      ['complete-path', 'high-level'],
      ['names-queue', 'high-level'],
      ['idempotent-send', 'depth'],
      ['retry-policy', 'trade-offs'],
      ['sums-up', 'communication'],
    ].map(([itemId, dimension]) => ({
      id: itemId,
      dimension,
      text: hidden(`Item ${itemId}`),
      mid: hidden('mid'),
      senior: hidden('senior'),
      staff: hidden('staff'),
    })),
    constraints: ['more-traffic', 'mail-down', 'half-budget', 'new-country'].map((cardId) => ({
      id: cardId,
      title: `Card ${cardId} ${secret}-${cardId}`,
      card: `Now ${cardId}. ${secret}-${cardId}-text`,
      goodAdaptation: hidden(`Adapts to ${cardId}`),
    })),
    estimation: {
      inputs: [
        {
          id: 'orders',
          name: hidden('Orders'),
          unit: 'per day',
          value: 864_000,
          low: 86_400,
          high: 8_640_000,
        },
      ],
      results: [
        {
          id: 'rate',
          name: hidden('Receipts'),
          unit: 'per second',
          expression: 'orders / 86400',
          why: hidden('Sizes the workers'),
        },
      ],
    },
    references: [
      {
        title: hidden('Outbox'),
        when: hidden('Nearly always'),
        flowchart: `flowchart LR\n  a["${secret}"] --> b`,
      },
    ],
    starter: { flowchart: `flowchart LR\n  mailer["Old mailer ${STARTER_CANARY}"]:::service`, locked: true },
    phases: {},
    notes: [hidden('Checked')],
  })
}
