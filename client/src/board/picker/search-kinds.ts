import type { ComponentKind } from '@drawbar/shared/components/component-kind.ts'
import { COMPONENT_KINDS } from '@drawbar/shared/components/component-kinds.ts'
import { TECHNOLOGY_NICKNAMES } from '@drawbar/shared/components/technology-nicknames.ts'
import {
  guessText,
  matchText,
  readyText,
  type ReadyText,
  type TextMatch,
  type TextRange,
} from './match-text.ts'

export interface PickerMatch {
  readonly kind: ComponentKind
  /** What it is made of, when that was found; null when the kind itself was. */
  readonly technology: string | null
  /** What to highlight, in the technology or else in the kind's title. Empty when another word for it was found. */
  readonly ranges: readonly TextRange[]
}

/**
 * Kinds and technologies that fit what is typed, the best first. Nothing typed: all kinds, in their order.
 *
 * How well it fits comes first (`FIT`), then names that are shown before other words for them, kinds before
 * technologies, short names before long ones, and last the order of the palette. Guesses at what may have been meant are
 * made only when nothing fits as it is written.
 */
export function searchKinds(text: string): readonly PickerMatch[] {
  const typed = text.replaceAll(/\s+/g, ' ').trim()
  if (typed === '') return COMPONENT_KINDS.map((kind) => ({ kind, technology: null, ranges: [] }))
  const query = readyText(typed)
  const asWritten = writtenHits(query)
  const hits = (asWritten.length > 0 ? asWritten : hitsOf(query, guessText, 0)).toSorted(
    (a, b) =>
      a.rank - b.rank ||
      a.choice.shown.text.length - b.choice.shown.text.length ||
      a.choice.place - b.choice.place,
  )
  const firstOfEach = new Map(hits.toReversed().map((hit) => [hit.choice, hit]))
  return hits
    .filter((hit) => firstOfEach.get(hit.choice) === hit)
    .map(({ choice: { kind, technology }, ranges }) => ({ kind, technology, ranges }))
}

export interface WrittenMatch {
  /** One of `FIT`. */
  readonly fit: number
  /** Null when it is a kind's name. */
  readonly technology: string | null
}

/** How well a text fits the name it fits best, as it is written; undefined where it fits none. */
export function bestWritten(text: string): WrittenMatch | undefined {
  const [best] = writtenHits(readyText(text)).toSorted((a, b) => a.rank - b.rank)
  return best && { fit: Math.floor(best.rank / STEPS), technology: best.choice.technology }
}

/** "Amazon S3", "Apache Kafka": who makes it says little about what it is. */
const MAKER = /^(?:amazon|apache|aws|azure|gcp|google) (?=.)/

/** One line the picker may show. */
interface Choice {
  readonly kind: ComponentKind
  readonly technology: string | null
  readonly shown: ReadyText
  /** Other words for it. */
  readonly others: readonly ReadyText[]
  /** Its place among all choices. */
  readonly place: number
}

interface Hit {
  readonly choice: Choice
  readonly rank: number
  readonly ranges: readonly TextRange[]
}

const nicknamesOf = Map.groupBy(TECHNOLOGY_NICKNAMES, ([, technology]) => technology)

const choices: readonly Choice[] = COMPONENT_KINDS.flatMap((kind) => [
  { kind, technology: null, shown: kind.title, others: [kind.kind, ...kind.aliases] },
  ...kind.technologies.map((technology) => ({
    kind,
    technology,
    shown: technology,
    others: (nicknamesOf.get(technology) ?? []).map(([nickname]) => nickname),
  })),
]).map(({ kind, technology, shown, others }, place) => ({
  kind,
  technology,
  shown: readyText(shown),
  others: others.map(readyText),
  place,
}))

/** A rank is a fit times this, and how far behind others of its fit a hit is. */
const STEPS = 8
const IN_TECHNOLOGY = 1
const IN_OTHER_WORD = 2
const WITHOUT_MAKER = 4

type Match = (query: ReadyText, name: ReadyText) => TextMatch | undefined

function writtenHits(query: ReadyText): readonly Hit[] {
  const withoutMaker = query.text.replace(MAKER, '')
  return [
    ...hitsOf(query, matchText, 0),
    ...(withoutMaker === query.text ? [] : hitsOf(readyText(withoutMaker), matchText, WITHOUT_MAKER)),
  ]
}

function hitsOf(query: ReadyText, match: Match, behind: number): readonly Hit[] {
  return choices.flatMap((choice) => {
    const inName = match(query, choice.shown)
    const inOthers = choice.others.map((other) => match(query, other)?.fit ?? Infinity)
    const rank = Math.min(
      (inName?.fit ?? Infinity) * STEPS,
      Math.min(Infinity, ...inOthers) * STEPS + IN_OTHER_WORD,
    )
    if (rank === Infinity) return []
    const ofKind = choice.technology === null ? 0 : IN_TECHNOLOGY
    return [{ choice, rank: rank + ofKind + behind, ranges: inName?.ranges ?? [] }]
  })
}
