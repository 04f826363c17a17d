import { COVERAGE_RULES } from '@drawbar/shared/coverage/coverage-rules.ts'
import type { Finding } from '@drawbar/shared/coverage/finding.ts'

/** The findings of one rule that are of one state. */
export interface CoverageGroup {
  readonly ruleId: string
  readonly title: string
  readonly findings: readonly Finding[]
}

/** Findings of a state, rule by rule in the rules' order; rules that found nothing are left out. */
export function coverageGroups(
  findings: readonly Finding[],
  state: Finding['state'],
): readonly CoverageGroup[] {
  return COVERAGE_RULES.map(({ id, title }) => ({
    ruleId: id,
    title,
    findings: distinct(findings.filter((finding) => finding.ruleId === id && finding.state === state)),
  })).filter((group) => group.findings.length > 0)
}

/** Two parts that are called the same and are on no board make the same finding. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [findingKey(finding), finding])).values()]
}

export function findingKey({ text, shapeIds }: Finding): string {
  return [text, ...shapeIds].join(' ')
}

/** The silenced rules that there are, in the rules' order. */
export function silencedRules(
  silenced: ReadonlySet<string>,
): readonly { readonly id: string; readonly title: string }[] {
  return COVERAGE_RULES.filter(({ id }) => silenced.has(id)).map(({ id, title }) => ({ id, title }))
}
