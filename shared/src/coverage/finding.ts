import type { BoardGraph } from '../graph/board-graph.ts'

/**
 * Something a design shows, or does not show yet. An aid for the interviewer, and no judgement: it holds no number, and
 * it is never sent to a candidate.
 */
export interface Finding {
  readonly ruleId: string
  readonly state: 'seen' | 'not-seen'
  /** What it is about, to be shown on the board. Empty where it is about something that is not there. */
  readonly shapeIds: readonly string[]
  /** What can be seen, or what cannot; a sentence. */
  readonly text: string
  /** An open question for the interviewer to ask. */
  readonly probe: string
}

/** What a question says about the designs it accepts. Only interviewers' pages have it. */
export interface CoverageContext {
  /** The accepted designs; a board is held against the nearest. */
  readonly reference: readonly BoardGraph[]
  /** The words of the checklist and the key points, lower case. */
  readonly expects: ReadonlySet<string>
}

export interface CoverageRule {
  /** A slug, by which it is silenced. Never changes. */
  readonly id: string
  /** As shown above its findings. */
  readonly title: string
  /** What it sees in a graph, in reading order. Nothing where the rule has nothing to look at. */
  readonly sees: (graph: BoardGraph, context: CoverageContext) => readonly Observation[]
}

/** A finding before it is known by whom. */
export type Observation = Omit<Finding, 'ruleId'>
