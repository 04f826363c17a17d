import type { Verdict } from '../run/verdict.ts'
import type { Cruise } from './cruise-tree.ts'

/**
 * A cruise that saw fewer modules than `floor` fails: with a TypeScript that dependency-cruiser cannot load it reads
 * nothing, finds nothing and would pass.
 */
export function judgeCruise({ modules, violations }: Cruise, floor: number): Verdict {
  const lines = violations.map(({ rule, comment, from, to }) => `${from} → ${to}\n  ${rule}: ${comment}`)
  if (modules < floor) {
    lines.push(
      `saw ${modules} modules where at least ${floor} were expected: the check is not reading the tree`,
    )
  }
  return { ok: lines.length === 0, lines: [...lines, `${modules} modules, ${violations.length} violations`] }
}
