import { bandsDecide } from './bands-decide.ts'
import { boxesHaveKinds } from './boxes-have-kinds.ts'
import { briefReadingTime } from './brief-reading-time.ts'
import type { ReadDiagram } from './diagrams.ts'
import { dimensionWeights } from './dimension-weights.ts'
import { figuresHaveUnits } from './figures-have-units.ts'
import type { Fingerprints } from './fingerprints.ts'
import { hintOrder } from './hint-order.ts'
import { knownTopics } from './known-topics.ts'
import { levelsDiffer } from './levels-differ.ts'
import type { BankLintCheck, LintCheck } from './lint-check.ts'
import { mermaidParses } from './mermaid-parses.ts'
import { noPlaceholders } from './no-placeholders.ts'
import { ownWords } from './own-words.ts'
import { phaseNamesNeutral } from './phase-names-neutral.ts'
import { phasesOnOffer } from './phases-on-offer.ts'
import { promptKeepsAnswer } from './prompt-keeps-answer.ts'
import { rungsDiffer } from './rungs-differ.ts'
import { starParts } from './star-parts.ts'
import { technologyNames } from './technology-names.ts'
import { tidyProse } from './tidy-prose.ts'
import { uniqueTitles } from './unique-titles.ts'

/** What some checks need beside the question. */
export type LintResources = {
  readonly readDiagram: ReadDiagram
  readonly fingerprints: Fingerprints
  /** A pack may file its questions under words of its own. */
  readonly ownTopics: boolean
}

export function lintChecks({ readDiagram, fingerprints, ownTopics }: LintResources): readonly LintCheck[] {
  return [
    ...(ownTopics ? [] : [knownTopics]),
    dimensionWeights,
    starParts,
    rungsDiffer,
    hintOrder,
    levelsDiffer,
    figuresHaveUnits,
    bandsDecide,
    briefReadingTime,
    promptKeepsAnswer,
    phasesOnOffer,
    phaseNamesNeutral,
    mermaidParses(readDiagram),
    boxesHaveKinds(readDiagram),
    technologyNames,
    tidyProse,
    noPlaceholders,
    ownWords(fingerprints),
  ]
}

export const BANK_LINT_CHECKS: readonly BankLintCheck[] = [uniqueTitles]
