import { z } from 'zod'
import type { Interview, Revealed } from '../interview/interview.ts'
import type { Role } from '../people/role.ts'
import { lengthSchema, levelSchema, type Length, type Level } from './level.ts'
import { phasePlan, phaseSchema } from './phase-plan.ts'
import { questionKindSchema, questionSchema, rungSchema, starterSchema, type Question } from './question.ts'

/** Something shown to the candidate, with its text. `at` in epoch milliseconds, server clock. */
export const revealedTextSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('follow-up'),
    seq: z.number(),
    at: z.number(),
    followUpId: z.string(),
    text: z.string(),
  }),
  z.object({
    kind: z.literal('hint'),
    seq: z.number(),
    at: z.number(),
    followUpId: z.string(),
    rung: rungSchema,
    text: z.string(),
  }),
  z.object({
    kind: z.literal('constraint'),
    seq: z.number(),
    at: z.number(),
    cardId: z.string(),
    title: z.string(),
    text: z.string(),
  }),
])
export type RevealedText = z.infer<typeof revealedTextSchema>

/** What everyone may know of how the round is planned. Phase names and minutes are no secret; what to watch for is. */
const planSchema = z.object({
  level: levelSchema,
  minutes: lengthSchema,
  phases: z.array(phaseSchema.omit({ watchFor: true })),
})

const presentedSchema = z.object({
  /** Which question of the catalogue it is, so that a browser can leave it out next time. */
  id: z.string(),
  title: z.string(),
  kind: questionKindSchema,
  prompt: z.string(),
  /** What is to stand on the board from the beginning. Shown with the prompt and not before. */
  starter: starterSchema.optional(),
  revealed: z.array(revealedTextSchema),
})
export type PresentedQuestion = z.infer<typeof presentedSchema>

/**
 * What one role may see of the round's question now. `presented` is null until the interviewer has presented the
 * prompt; `whole` is there for interviewers only.
 */
export const questionViewSchema = z.object({
  plan: planSchema,
  presented: presentedSchema.nullable(),
  whole: z.object({ question: questionSchema, phases: z.array(phaseSchema) }).nullable(),
})
export type QuestionView = z.infer<typeof questionViewSchema>

export interface RoundPlan {
  readonly level: Level
  readonly minutes: Length
}

/** Cuts a question to a role at a moment of the interview. Fields are named one by one: a new field stays private. */
export function questionView(options: {
  readonly question: Question
  readonly plan: RoundPlan
  readonly role: Role
  readonly interview: Interview
}): QuestionView {
  const { question, plan, role, interview } = options
  const phases = phasePlan(plan.minutes, question)
  return {
    plan: {
      level: plan.level,
      minutes: plan.minutes,
      phases: phases.map(({ id, name, minutes }) => ({ id, name, minutes })),
    },
    presented: interview.presented ? presentedQuestion(question, interview) : null,
    whole: role === 'interviewer' ? { question, phases } : null,
  }
}

/** The part of the question the candidate has been shown so far. */
export function presentedQuestion(question: Question, interview: Interview): PresentedQuestion {
  return {
    id: question.id,
    title: question.title,
    kind: question.kind,
    prompt: question.prompt,
    ...(question.starter ? { starter: question.starter } : {}),
    revealed: interview.revealed.flatMap((revealed) => revealedText(question, revealed)),
  }
}

function revealedText(question: Question, revealed: Revealed): RevealedText[] {
  const { seq, at } = revealed
  switch (revealed.kind) {
    case 'follow-up': {
      const { followUpId } = revealed
      const followUp = question.followUps.find(({ id }) => id === followUpId)
      return followUp ? [{ kind: 'follow-up', seq, at, followUpId, text: followUp.question }] : []
    }
    case 'hint': {
      const { followUpId, rung } = revealed
      const followUp = question.followUps.find(({ id }) => id === followUpId)
      return followUp ? [{ kind: 'hint', seq, at, followUpId, rung, text: followUp.hints[rung] }] : []
    }
    case 'constraint': {
      const { cardId } = revealed
      const card = question.constraints.find(({ id }) => id === cardId)
      return card ? [{ kind: 'constraint', seq, at, cardId, title: card.title, text: card.card }] : []
    }
  }
}
